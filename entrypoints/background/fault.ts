// Crash points of the send path, c1 to c13: a test build stops the worker at one of them. Call it only behind
// `if (import.meta.env.VITE_FAULTS)`, so that a release build has none of this.

export type CrashPoint = `c${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13}`

/** A test writes `faultAt: 'c6'` to storage.session; the worker says `faultHeld: 'c6'` there and goes no further. */
export async function fault(point: CrashPoint): Promise<void> {
  const area = (globalThis as unknown as { chrome: typeof chrome }).chrome.storage.session
  const { faultAt } = await area.get('faultAt')
  if (faultAt !== point) return
  await area.set({ faultHeld: point })
  await new Promise<never>(() => undefined)
}

/** The hub's side of the send path: before the request, after it left, when the hub has committed, when the answer was read. */
export function faultyFetch(real: typeof fetch): typeof fetch {
  return async (input, init) => {
    const isEscalation = init?.method === 'POST' && String(input).endsWith('/v1/escalations')
    if (!isEscalation) return real(input, init)
    await fault('c8')
    const answer = real(input, init)
    await fault('c9')
    const response = await answer
    await fault('c10')
    const body = await response.arrayBuffer()
    await fault('c11')
    // Receipt and row are one transaction here, so there is no state between storing the one and clearing the other.
    await fault('c12')
    return new Response(body, response)
  }
}
