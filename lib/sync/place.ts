// Where this device stands in the team's feed, and who reads it.
import { readCursor } from '../db/cursor.ts'
import { readPassedOver } from '../db/passed-over.ts'
import { readSession } from '../db/session.ts'
import { read } from '../db/transact.ts'
import type { Session } from '../schema/member.ts'
import type { SyncContext } from './context.ts'
import { isKnown } from './received-page.ts'

/** `cursor` null: a snapshot comes first, also in a version that can read at last what an earlier one passed over. */
export function readPlace({ database }: SyncContext): Promise<{ session: Session | null; cursor: number | null }> {
  return database.use((db) =>
    read(db, ['meta'], async (tx) => {
      const session = await readSession(tx)
      return { session, cursor: (await readPassedOver(tx)).some(isKnown) ? null : await readCursor(tx) }
    }),
  )
}
