// A closed loop of some clients: each sends the next one when the last was answered, for as long as it is told.

export interface Burst {
  tookMs: number[]
  perSecond: number
  faults: number
}

export async function burst(clients: (() => Promise<unknown>)[], forMs: number): Promise<Burst> {
  const tookMs: number[] = []
  let faults = 0
  const start = performance.now()
  const run = async (send: () => Promise<unknown>) => {
    while (performance.now() - start < forMs) {
      const sentAt = performance.now()
      try {
        await send()
        tookMs.push(performance.now() - sentAt)
      } catch {
        faults += 1
      }
    }
  }
  await Promise.all(clients.map(run))
  return { tookMs, perSecond: tookMs.length / ((performance.now() - start) / 1000), faults }
}
