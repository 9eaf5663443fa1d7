// All that this member may see, at one cursor, in one transaction. Never touches what only this device has: outbox, drafts, unsent
// escalations and hand-overs; of runs only those that a publish moves or that come back untaken.
import { dropNotes, storeNote } from '../db/coaching.ts'
import { readCursor, storeCursor } from '../db/cursor.ts'
import { forgetSent } from '../db/handovers.ts'
import { replaceAll, replaceLibrary } from '../db/library.ts'
import { forgetPassedOver } from '../db/passed-over.ts'
import { storeReceipt } from '../db/receipts.ts'
import { dropReceivedFlags, storeFlag } from '../db/received-flags.ts'
import { replaceRedaction } from '../db/redaction.ts'
import { moveOpenRuns } from '../db/run-moves.ts'
import type { Db, Tx } from '../db/schema.ts'
import { endSession, getSession, readSession } from '../db/session.ts'
import { storeFaults } from '../db/site-health.ts'
import { replaceSynonyms } from '../db/synonyms.ts'
import { write } from '../db/transact.ts'
import type { Escalation } from '../schema/escalation.ts'
import type { Snapshot } from '../schema/feed.ts'
import type { SyncContext } from './context.ts'
import { feedStores, hashAll } from './feed.ts'
import { callHub } from './hub-client.ts'
import { HubFailure } from './hub-failure.ts'
import { fileHandover, fileRecord, Ledger } from './ledger.ts'
import type { Moved, Movement } from './movement.ts'
import { isKnown } from './received-page.ts'

const everything: Moved[] = ['case', 'cases', 'library', 'escalations', 'inbox', 'news', 'sites', 'team', 'session', 'status']

/** Null when the session is another one by now. Arrivals are told only to a device that had read the feed before. */
export async function applySnapshot(db: Db, snapshot: Snapshot, token: string): Promise<Movement | null> {
  const hashes = await hashAll(snapshot.escalations)
  return write(db, feedStores, async (tx) => {
    const session = await readSession(tx)
    if (session?.token !== token) return null
    const isFirst = (await readCursor(tx)) === null
    const ledger = new Ledger()
    await replaceLibrary(tx, snapshot)
    await replaceSynonyms(tx, snapshot.synonyms ?? null)
    await replaceRedaction(tx, snapshot.redaction ?? null)
    const ids = snapshot.playbooks.map(({ id }) => id)
    if (await moveOpenRuns(tx, ids)) ledger.moved.add('runs')
    await replaceAll(tx, 'members', snapshot.members)
    await replaceAll(tx, 'summaries', snapshot.summaries)
    await storeFaults(tx, snapshot.siteFaults ?? [])
    await pruneInbox(tx, snapshot.member.role === 'agent' ? null : snapshot.escalations)
    await takeHeard(tx, snapshot)
    for (const record of snapshot.escalations) await fileRecord(tx, record, snapshot.member, hashes.get(record.content.id) ?? '', ledger)
    const handovers = snapshot.handovers ?? []
    await forgetSent(tx, new Set(handovers.map(({ content }) => content.id)))
    for (const handover of handovers) await fileHandover(tx, handover, snapshot.member, ledger)
    await tx.objectStore('meta').put({ ...session, member: snapshot.member, team: snapshot.team }, 'session')
    await storeCursor(tx, snapshot.cursor)
    await forgetPassedOver(tx, isKnown)
    for (const moved of everything) ledger.moved.add(moved)
    return { moved: [...ledger.moved], arrivals: isFirst ? [] : ledger.arrivals }
  })
}

/** Receipts never go; of flags and notes that are at the hub, the snapshot has all that this member may still read. */
async function takeHeard(tx: Tx, { receipts = [], flags = [], notes = [] }: Snapshot): Promise<void> {
  for (const receipt of receipts) await storeReceipt(tx, receipt)
  const [known, told] = [new Set(flags.map(({ content }) => content.id)), new Set(notes.map(({ content }) => content.id))]
  await dropReceivedFlags(tx, ({ content }) => known.has(content.id))
  for (const flag of flags) await storeFlag(tx, flag)
  await dropNotes(tx, ({ content }) => told.has(content.id))
  for (const note of notes) await storeNote(tx, note)
}

/** What was open here and is not in the snapshot was closed meanwhile; what was closed stays to be read. */
async function pruneInbox(tx: Tx, open: Escalation[] | null): Promise<void> {
  const inbox = tx.objectStore('inbox')
  if (!open) return inbox.clear()
  const ids = new Set(open.map(({ content }) => content.id))
  for (const record of await inbox.getAll()) {
    const isOver = record.status === 'ruled' || record.status === 'withdrawn'
    if (!isOver && !ids.has(record.content.id)) await inbox.delete(record.content.id)
  }
}

/** Asks for a snapshot and applies it. Throws `HubFailure`; a refused token ends the session first. */
export async function takeSnapshot(context: SyncContext): Promise<void> {
  const { database } = context
  const session = await database.use(getSession)
  if (session?.state !== 'active') return
  const snapshot = await callHub({ ...session, fetch: context.fetch }, 'snapshot', { params: {}, request: {} }).catch(async (failure: unknown) => {
    if (failure instanceof HubFailure && failure.kind === 'unauthorized') await noteRevoked(context, session.token)
    throw failure
  })
  const movement = await database.use((db) => applySnapshot(db, snapshot, session.token))
  if (movement) context.onMoved(movement)
}

/** The hub refused this token: the queue stays, the person is asked to join again. */
export async function noteRevoked({ database, onMoved }: SyncContext, token: string): Promise<void> {
  if (await database.use((db) => endSession(db, token, 'revoked'))) onMoved({ moved: ['session', 'status'], arrivals: [] })
}
