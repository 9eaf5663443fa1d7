// Reads the feed by requests until it is caught up: after an alarm, or where no socket holds.
import type { SyncContext } from './context.ts'

export type PullResult = 'caught-up' | 'offline' | 'signed-out'

export async function pull(_context: SyncContext): Promise<PullResult> {
  throw new Error('not built yet')
}
