// Flags as the hub has them: own ones, and for leads those of everybody. A record is replaced only by a later revision of itself.
import { type Flag, OwnFlag } from '../schema/flag.ts'
import { OutboxRow } from '../schema/outbox.ts'
import { z } from '../schema/z.ts'
import { whole } from './checked.ts'
import type { Db, Tx } from './schema.ts'
import { write } from './transact.ts'

/** `memberId` is who flagged; null while nobody ever joined. */
export const StoredFlag = z.object({ ...z.omit(OwnFlag, { local: true }).shape, memberId: OutboxRow.shape.memberId })
export type StoredFlag = z.infer<typeof StoredFlag>

/** What the hub has, for a lead's desk, newest first. */
export async function listReceivedFlags(db: Db): Promise<Flag[]> {
  return whole(StoredFlag, await db.getAll('flags'))
    .flatMap(({ record }) => record ?? [])
    .sort((a, b) => b.receivedAt - a.receivedAt)
}

/** After answering one: the hub's answer. */
export function putFlag(db: Db, record: Flag): Promise<void> {
  return write(db, ['flags'], async (tx) => void (await storeFlag(tx, record)))
}

/** Needs `flags` in the transaction. Answers whether it moved. */
export async function storeFlag(tx: Tx, record: Flag): Promise<boolean> {
  const { content, by } = record
  const before = await tx.objectStore('flags').get(content.id)
  if (before?.record && before.record.revision >= record.revision) return false
  await tx.objectStore('flags').put({ id: content.id, content, sendAfter: before?.sendAfter ?? content.createdAt, record, memberId: by.id })
  return true
}

/** Forgets what the hub has, but for what `keep` says: it is told again. What has not arrived there stays. */
export async function dropReceivedFlags(tx: Tx, keep: (record: Flag) => boolean): Promise<void> {
  for (const { id, record } of await tx.objectStore('flags').getAll()) if (record && !keep(record)) await tx.objectStore('flags').delete(id)
}
