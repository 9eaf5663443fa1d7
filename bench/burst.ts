// A closed loop of some clients for a few seconds: each sends the next one when the last was answered.

export interface Burst {
  /** How many were answered in each whole second. */
  perSecond: number[]
  tookMs: number[]
  faults: number
}

export async function burst(clients: (() => Promise<unknown>)[], forMs: number): Promise<Burst> {
  const result: Burst = { perSecond: Array.from({ length: Math.floor(forMs / 1000) }, () => 0), tookMs: [], faults: 0 }
  const start = performance.now()
  const run = async (send: () => Promise<unknown>) => {
    while (performance.now() - start < forMs) {
      const sentAt = performance.now()
      try {
        await send()
      } catch {
        result.faults += 1
        continue
      }
      const now = performance.now()
      result.tookMs.push(now - sentAt)
      const second = Math.floor((now - start) / 1000)
      if (second < result.perSecond.length) result.perSecond[second]! += 1
    }
  }
  await Promise.all(clients.map(run))
  return result
}
