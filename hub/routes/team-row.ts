// The team's row as a lock and a counter: what must happen one after the other within a team takes it first.
import { sql } from 'kysely'
import type { Tx } from '../call.ts'

/** Held until the transaction ends. */
export async function lockTeam(tx: Tx, teamId: string): Promise<void> {
  await tx.selectFrom('teams').select('id').where('id', '=', teamId).forNoKeyUpdate().execute()
}

/** The next escalation number, or null when `isTaken` says, under the lock, that no number is needed: numbers have no gaps. */
export async function nextNumber(tx: Tx, teamId: string, isTaken: () => Promise<boolean>): Promise<number | null> {
  await lockTeam(tx, teamId)
  if (await isTaken()) return null
  const row = await tx
    .updateTable('teams')
    .set({ escalation_count: sql`escalation_count + 1` })
    .where('id', '=', teamId)
    .returning('escalation_count')
    .executeTakeFirstOrThrow()
  return row.escalation_count
}
