// Hand-overs on this device. Sending one, closing the runs that go along and the outbox row commit together; so does taking them back.
import { handAway, handBack, picturesOf, refuseHandover, runsToHand } from '../domain/handover.ts'
import { type CasePlace, DeviceHandover, type Handover, type HandoverContent, type RunProgress } from '../schema/handover.ts'
import type { MemberRef } from '../schema/member.ts'
import { OutboxRow } from '../schema/outbox.ts'
import type { PlaybookDocument } from '../schema/playbook.ts'
import { Run } from '../schema/run.ts'
import { noteWork } from './cases.ts'
import { checked, whole } from './checked.ts'
import { imageSubject } from './due.ts'
import { storeUploads } from './images.ts'
import { settleRow } from './order.ts'
import { readRow, storeRow } from './outbox.ts'
import { moveOpenRuns } from './run-moves.ts'
import type { Db, StoreName, Tx } from './schema.ts'
import { write } from './transact.ts'

const stores: StoreName[] = ['handovers', 'outbox', 'runs', 'playbooks', 'playbookVersions', 'cases', 'meta']

export interface NewHandover {
  id: string
  from: MemberRef
  /** Null where nobody of the wanted id is in the team. */
  to: MemberRef | null
  place: CasePlace
  note: string
  /** How far a run is, as the sender sees it. */
  progress: (run: Run, document: PlaybookDocument) => RunProgress
  /** Until then it is held and can be undone. */
  sendAfter: number
  now: number
}

/** The runs are read in the transaction: what was changed a moment ago goes along as it is now. The same id again answers what is there. */
export function commitHandover(db: Db, asked: NewHandover): Promise<DeviceHandover> {
  const { id, from, to, place, note, progress, sendAfter, now } = asked
  return write(db, stores, async (tx) => {
    const known = checked(DeviceHandover, await tx.objectStore('handovers').get(id))
    if (known) return known
    const ofCase = whole(Run, await tx.objectStore('runs').index('caseKey').getAll(place.key))
    const runs = runsToHand(ofCase, from.id)
    const lines: RunProgress[] = []
    for (const run of runs) {
      const version = await tx.objectStore('playbookVersions').get([run.playbook.id, run.playbook.version])
      if (version) lines.push(progress(run, version.document))
    }
    const content: HandoverContent = { id, to: to?.id ?? from.id, case: place, note, runs, progress: lines, createdAt: now }
    refuseHandover(content, from, to)
    await storeRow(tx, { id, route: 'handOver', params: {}, body: content, createdAt: now, sendAfter })
    const hashes = new Set(picturesOf(runs).map(({ hash }) => hash))
    await storeUploads(tx, id, hashes, { now, sendAfter })
    // By what the row carries, the whole runs, this device has its own copies.
    const kept: DeviceHandover = { id, from, to, content: { ...content, runs: [] }, local: 'held', sendAfter, problem: null, record: null }
    await tx.objectStore('handovers').add(kept)
    const passage = { handoverId: id, member: to, at: now }
    const ids = new Set(runs.map((run) => run.id))
    for (const run of ofCase.filter((one) => ids.has(one.id))) {
      const away = handAway({ ...run, memberId: from.id }, passage)
      await tx.objectStore('runs').put(away)
      await noteWork(tx, away, null, place)
    }
    return kept
  })
}

/** While it is held, and where the hub refused it for good; null once it is on its way. The runs are open again as they were. */
export function undoHandover(db: Db, id: string): Promise<DeviceHandover | null> {
  return write(db, stores, async (tx) => {
    const own = checked(DeviceHandover, await tx.objectStore('handovers').get(id))
    const row = await readRow(tx, id)
    const isHere = own?.local === 'refused' || (own?.local === 'held' && row?.attempts === 0)
    if (!own || !isHere) return null
    if (row) {
      await settleRow(tx, row)
    }
    for (const picture of whole(OutboxRow, await tx.objectStore('outbox').getAll()).filter((other) => imageSubject(other) === id)) {
      await settleRow(tx, picture)
    }
    await reopenRuns(tx, own.content.case.key, id, false)
    const undone: DeviceHandover = { ...own, local: 'undone', problem: null }
    await tx.objectStore('handovers').put(undone)
    return undone
  })
}

/** Open again where the same playbook was not begun anew meanwhile. Needs `runs`, `cases`, `playbooks` and
 * `playbookVersions`. Answers whether any was. */
export async function reopenRuns(tx: Tx, caseKey: string, handoverId: string, isSent: boolean): Promise<boolean> {
  const ofCase = whole(Run, await tx.objectStore('runs').index('caseKey').getAll(caseKey))
  let isAny = false
  for (const run of ofCase.filter(({ wentTo }) => wentTo?.handoverId === handoverId)) {
    const isBegunAnew = ofCase.some((one) => one.closedAt === null && one.playbook.id === run.playbook.id && one.memberId === run.memberId)
    if (isBegunAnew) continue
    const back = handBack(run, isSent)
    await tx.objectStore('runs').put(back)
    await noteWork(tx, back, null, null)
    isAny = true
  }
  // As for a run that is reopened: a version that asks it was passed over when it came.
  if (isAny) await moveOpenRuns(tx, [...new Set(ofCase.map(({ playbook }) => playbook.id))])
  return isAny
}

/** Of this member, newest first: sent, received, and for a lead what others handed over. */
export async function listHandovers(db: Db): Promise<DeviceHandover[]> {
  return whole(DeviceHandover, await db.getAll('handovers')).sort((a, b) => b.content.createdAt - a.content.createdAt)
}

export async function getHandover(db: Db, id: string): Promise<DeviceHandover | null> {
  return checked(DeviceHandover, await db.get('handovers', id))
}

/**
 * The hub's record, from an answer, the feed or a snapshot. Needs `handovers` and what `reopenRuns` does. A settled one never opens again; one that was
 * not taken gives the runs back. `before` is what stood here.
 */
export async function storeHandover(tx: Tx, record: Handover, readerId: string): Promise<{ moved: boolean; before: DeviceHandover | null }> {
  const { content, from, to, status } = record
  const store = tx.objectStore('handovers')
  const before = checked(DeviceHandover, await store.get(content.id))
  if (before?.local === 'sent' && before.record && (before.record.status !== 'open' || status === 'open')) return { moved: false, before }
  const isForReader = to.id === readerId && status !== 'returned' && status !== 'recalled' && !before?.isHere
  // Whoever gets it needs the runs until they are taken on this device; nobody else keeps them twice.
  const { escalations, ...rest } = record
  const light: Handover = { ...rest, content: { ...content, runs: [] }, ...(to.id === readerId && escalations ? { escalations } : {}) }
  const kept = { id: content.id, from, to, content: isForReader ? content : light.content, local: 'sent', sendAfter: content.createdAt } as const
  await store.put({ ...kept, problem: null, record: light, ...(before?.isHere ? { isHere: true } : {}) })
  if (from.id === readerId && (status === 'returned' || status === 'recalled')) await reopenRuns(tx, content.case.key, content.id, true)
  return { moved: true, before }
}

/** A lead no longer: what went between others is not kept. Needs `handovers`. */
export async function forgetOthers(tx: Tx, memberId: string): Promise<void> {
  const store = tx.objectStore('handovers')
  for (const { id, from, to, local } of await store.getAll()) if (local === 'sent' && from.id !== memberId && to.id !== memberId) await store.delete(id)
}

/** Instead of what is here: what is unsent stays for its member. Needs `handovers`. */
export async function forgetSent(tx: Tx, keep: ReadonlySet<string> = new Set()): Promise<void> {
  const store = tx.objectStore('handovers')
  for (const own of await store.getAll()) if (own.local === 'sent' && !keep.has(own.id)) await store.delete(own.id)
}
