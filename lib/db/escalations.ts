// The escalations made on this device. Record and outbox row commit together, before anybody is told "saved".
import { imageHashes } from '../domain/proof.ts'
import { type Escalation, type EscalationContent, OwnEscalation } from '../schema/escalation.ts'
import { OutboxRow } from '../schema/outbox.ts'
import { checked, whole } from './checked.ts'
import { contentHash } from './content-hash.ts'
import { imageSubject } from './due.ts'
import { storeUploads } from './images.ts'
import { settleRow } from './order.ts'
import { readRow, storeRow } from './outbox.ts'
import type { Db, ReadTx, Tx } from './schema.ts'
import { read, write } from './transact.ts'
import { withWaiting } from './waiting.ts'

export interface NewEscalation {
  content: EscalationContent
  /** Until then it is held and can be undone. */
  sendAfter: number
  now: number
}

/** Saves under the last member of this device (null while nobody ever joined). The same id again answers what is there. */
export async function commitEscalation(db: Db, { content, sendAfter, now }: NewEscalation): Promise<OwnEscalation> {
  const hash = await contentHash(content)
  return write(db, ['escalations', 'outbox', 'meta'], async (tx) => {
    const known = checked(OwnEscalation, await tx.objectStore('escalations').get(content.id))
    if (known) return known
    const row = await storeRow(tx, { id: content.id, route: 'escalate', params: {}, body: content, createdAt: now, sendAfter })
    const own: OwnEscalation = {
      id: content.id,
      caseKey: content.case.key,
      memberId: row.memberId,
      content,
      hash,
      local: sendAfter > now ? 'held' : 'queued',
      sendAfter,
      problem: null,
      record: null,
    }
    await tx.objectStore('escalations').add(own)
    await storeUploads(tx, content.id, imageHashes(content.run?.lines ?? []), { now, sendAfter })
    return own
  })
}

/** Takes it back while it is held; null once it is on its way. */
export function undoEscalation(db: Db, id: string): Promise<OwnEscalation | null> {
  return write(db, ['escalations', 'outbox', 'meta'], async (tx) => {
    const own = checked(OwnEscalation, await tx.objectStore('escalations').get(id))
    const row = await readRow(tx, id)
    if (own?.local !== 'held' || !row || row.attempts > 0) return null
    const undone: OwnEscalation = { ...own, local: 'undone' }
    // What was added to it meanwhile is about nothing now, and the hub would refuse it for ever.
    const rows = whole(OutboxRow, await tx.objectStore('outbox').getAll())
    for (const gone of rows.filter((other) => other.id === id || other.params.id === id || imageSubject(other) === id)) {
      await settleRow(tx, gone)
    }
    await tx.objectStore('escalations').put(undone)
    return undone
  })
}

/** With what waits for the hub about it, as the other two below. */
export async function getEscalation(db: Db, id: string): Promise<OwnEscalation | null> {
  return (await readOwn(db, async (tx) => [await tx.objectStore('escalations').get(id)]))[0] ?? null
}

/** Of this member or of nobody yet, newest first. */
export async function listEscalations(db: Db, memberId: string | null): Promise<OwnEscalation[]> {
  return ownedBy(await readOwn(db, (tx) => tx.objectStore('escalations').getAll()), memberId)
}

export async function escalationsOfCase(db: Db, caseKey: string, memberId: string | null): Promise<OwnEscalation[]> {
  return ownedBy(await readOwn(db, (tx) => tx.objectStore('escalations').index('caseKey').getAll(caseKey)), memberId)
}

/** One look at both stores: a word is either waiting or in the record, never in neither. */
function readOwn(db: Db, ask: (tx: ReadTx) => Promise<unknown[]>): Promise<OwnEscalation[]> {
  return read(db, ['escalations', 'outbox'], async (tx) => {
    const [own, rows] = await Promise.all([ask(tx), tx.objectStore('outbox').index('order').getAll()])
    return withWaiting(whole(OwnEscalation, own), whole(OutboxRow, rows))
  })
}

/**
 * The hub's record of an own escalation, from an answer, the feed or a snapshot; made on another device, it appears here as sent.
 * Needs `escalations` in the transaction. `before` is the record that stood here.
 */
export async function storeRecord(tx: Tx, record: Escalation, hash: string): Promise<{ moved: boolean; before: Escalation | null }> {
  const store = tx.objectStore('escalations')
  const own = checked(OwnEscalation, await store.get(record.content.id))
  const before = own?.record ?? null
  if (own?.local === 'sent' && before && before.revision >= record.revision) return { moved: false, before }
  const base: Omit<OwnEscalation, 'local' | 'problem' | 'record'> = own ?? {
    id: record.content.id,
    caseKey: record.content.case.key,
    memberId: record.by.id,
    content: record.content,
    hash,
    sendAfter: record.content.createdAt,
  }
  const newest = before && before.revision > record.revision ? before : record
  await store.put({ ...base, local: 'sent', problem: null, record: newest })
  return { moved: true, before }
}

function ownedBy(rows: OwnEscalation[], memberId: string | null): OwnEscalation[] {
  return rows.filter((row) => row.memberId === memberId || row.memberId === null).sort((a, b) => b.content.createdAt - a.content.createdAt)
}
