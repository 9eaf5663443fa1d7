// What a lead received. A record is replaced only by a later revision of itself.
import { Escalation } from '../schema/escalation.ts'
import { checked, whole } from './checked.ts'
import type { Db, Tx } from './schema.ts'
import { write } from './transact.ts'

/** Newest first; the screen orders by severity and clocks. */
export async function listInbox(db: Db): Promise<Escalation[]> {
  return whole(Escalation, await db.getAll('inbox')).sort((a, b) => b.number - a.number)
}

export async function getReceived(db: Db, id: string): Promise<Escalation | null> {
  return checked(Escalation, await db.get('inbox', id))
}

/** After take, ask or rule: the hub's answer is the newest. */
export function putReceived(db: Db, record: Escalation): Promise<void> {
  return write(db, ['inbox'], async (tx) => void (await storeReceived(tx, record)))
}

/** Needs `inbox` in the transaction. Answers whether it moved, and what stood there before. */
export async function storeReceived(tx: Tx, record: Escalation): Promise<{ moved: boolean; before: Escalation | null }> {
  const before = checked(Escalation, await tx.objectStore('inbox').get(record.content.id))
  if (before && before.revision >= record.revision) return { moved: false, before }
  await tx.objectStore('inbox').put(record)
  return { moved: true, before }
}
