// Sends what waits on this device, one request at a time, until nothing is due. Deletes a row only with the hub's answer in hand.
import type { SyncContext } from './context.ts'

export interface DrainResult {
  sent: number
  refused: number
  /** `offline`: the hub could not be reached. `signed-out`: nobody is signed in, or the token was revoked. */
  outcome: 'drained' | 'offline' | 'signed-out'
  /** When to drain again, in milliseconds since 1970; null when nothing waits for a time. */
  wakeAt: number | null
}

/** `eager`: try at once even where the last failure asked for patience (the network came back, or a person asks). */
export async function drain(_context: SyncContext, _options: { eager?: boolean } = {}): Promise<DrainResult> {
  throw new Error('not built yet')
}
