// Slows down guessing: so many failures per address and minute, then a pause. Kept in memory, per hub.
export interface Limiter {
  /** How long `address` has to wait, 0 when it may try. */
  waitMs(address: string): number
  failed(address: string): void
}

const windowMs = 60_000
const mostAddresses = 10_000

export function createLimiter(most: number, now: () => number): Limiter {
  const failures = new Map<string, number[]>()
  const recent = (address: string) => (failures.get(address) ?? []).filter((at) => at > now() - windowMs)
  return {
    waitMs(address) {
      const times = recent(address)
      return times.length < most ? 0 : Math.max(1, (times[0] ?? 0) + windowMs - now())
    },
    failed(address) {
      if (failures.size >= mostAddresses) failures.clear()
      failures.set(address, [...recent(address), now()].slice(-most))
    },
  }
}
