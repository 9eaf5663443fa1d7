// Flags made on this device. Record and outbox row commit together; where one stands is read from the outbox, never stored.
import type { FlagContent, OwnFlag } from '../schema/flag.ts'
import { OutboxRow } from '../schema/outbox.ts'
import { whole } from './checked.ts'
import { settleRow } from './order.ts'
import { readRow, storeRow } from './outbox.ts'
import { StoredFlag } from './received-flags.ts'
import type { Db } from './schema.ts'
import { read, write } from './transact.ts'

/** The same id again answers what is there. */
export function commitFlag(db: Db, content: FlagContent, sendAfter: number): Promise<void> {
  return write(db, ['flags', 'outbox', 'meta'], async (tx) => {
    if ((await tx.objectStore('flags').getKey(content.id)) !== undefined) return
    const row = await storeRow(tx, { id: content.id, route: 'flag', params: {}, body: content, createdAt: content.createdAt, sendAfter })
    await tx.objectStore('flags').add({ id: content.id, content, sendAfter, record: null, memberId: row.memberId })
  })
}

/** Takes it back while it has not left; answers whether it is gone, by this press or the one before. */
export function undoFlag(db: Db, id: string): Promise<boolean> {
  return write(db, ['flags', 'outbox', 'meta'], async (tx) => {
    const row = await readRow(tx, id)
    if (!row) return (await tx.objectStore('flags').getKey(id)) === undefined
    if (row.route !== 'flag' || row.attempts > 0) return false
    await settleRow(tx, row)
    await tx.objectStore('flags').delete(id)
    return true
  })
}

/** Of this member or of nobody yet, newest first. `now` says which can still be undone. */
export function listOwnFlags(db: Db, memberId: string | null, now: number): Promise<OwnFlag[]> {
  return read(db, ['flags', 'outbox'], async (tx) => {
    const flags = whole(StoredFlag, await tx.objectStore('flags').getAll()).filter((flag) => flag.memberId === memberId || flag.memberId === null)
    const rows = new Map(whole(OutboxRow, await tx.objectStore('outbox').getAll()).map((row) => [row.id, row]))
    return flags
      .map(({ memberId: _, ...flag }) => ({ ...flag, local: localOf(rows.get(flag.id), now) }))
      .sort((a, b) => b.content.createdAt - a.content.createdAt)
  })
}

function localOf(row: OutboxRow | undefined, now: number): OwnFlag['local'] {
  if (!row) return 'sent'
  if (row.state === 'refused') return 'refused'
  return row.attempts === 0 && row.sendAfter > now ? 'held' : 'queued'
}
