// The outbox as its sender sees it: release, claim, then exactly one of settle, refuse, postpone or pause. Each is one transaction.
import { nextAttemptAt } from '../domain/backoff.ts'
import { type Escalation, OwnEscalation } from '../schema/escalation.ts'
import { DeviceHandover, type Handover } from '../schema/handover.ts'
import type { Session } from '../schema/member.ts'
import { OutboxRow } from '../schema/outbox.ts'
import { checked, whole } from './checked.ts'
import { contentHash } from './content-hash.ts'
import { hasCome, nextRow, subjectOf, wakeAt } from './due.ts'
import { storeRecord } from './escalations.ts'
import { storeHandover } from './handovers.ts'
import { storeReceived } from './inbox.ts'
import { settleRow } from './order.ts'
import { readRow } from './outbox.ts'
import { clearPause, readPause, storePause } from './pause.ts'
import type { Db, StoreName, Tx } from './schema.ts'
import { readSession } from './session.ts'
import { read, write } from './transact.ts'

const stores: StoreName[] = ['outbox', 'escalations', 'handovers', 'meta']

export type Claim = { kind: 'row'; row: OutboxRow; session: Session } | { kind: 'idle' | 'signed-out'; wakeAt: number | null }

/** Held escalations and hand-overs whose undo seconds are over become queued. Answers whether any did. */
export function releaseDue(db: Db, now: number): Promise<boolean> {
  return write(db, ['outbox', 'escalations', 'handovers'], async (tx) => {
    let isReleased = false
    for (const row of whole(OutboxRow, await tx.objectStore('outbox').getAll())) {
      if (hasCome(row.sendAfter, now) && (await release(tx, row))) isReleased = true
    }
    return isReleased
  })
}

/** Forgets every patience that earlier failures asked for. */
export function hurry(db: Db): Promise<void> {
  return write(db, ['outbox', 'meta'], async (tx) => {
    await clearPause(tx)
    for (const row of whole(OutboxRow, await tx.objectStore('outbox').getAll())) {
      if (row.state === 'waiting' && row.nextAttemptAt > 0) await tx.objectStore('outbox').put({ ...row, nextAttemptAt: 0 })
    }
  })
}

/** Takes the next due row of the signed-in member, and counts the attempt. From here on it cannot be undone. */
export function claimNext(db: Db, now: number): Promise<Claim> {
  return write(db, stores, async (tx) => {
    const rows = whole(OutboxRow, await tx.objectStore('outbox').getAll())
    const session = await readSession(tx)
    const isActive = session?.state === 'active'
    const turn = { memberId: isActive ? session.member.id : null, now, pausedUntil: (await readPause(tx)).until }
    const next = nextRow(rows, turn)
    if (!isActive || !next) return { kind: isActive ? 'idle' : 'signed-out', wakeAt: wakeAt(rows, turn) }
    const row = { ...next, attempts: next.attempts + 1 }
    await tx.objectStore('outbox').put(row)
    await release(tx, row)
    return { kind: 'row', row, session }
  })
}

/** When to look again after the hub as a whole could not be reached. */
export function nextWakeAt(db: Db, now: number): Promise<number | null> {
  return read(db, ['outbox', 'meta'], async (tx) => {
    const session = await readSession(tx)
    const memberId = session?.state === 'active' ? session.member.id : null
    const pausedUntil = (await readPause(tx)).until
    return wakeAt(whole(OutboxRow, await tx.objectStore('outbox').getAll()), { memberId, now, pausedUntil })
  })
}

/** The hub has it: deletes the row and keeps the hub's record in one step. `before` is the author's record that stood here. */
export async function settle(db: Db, row: OutboxRow, record: Escalation | null, handover: Handover | null = null): Promise<{ before: Escalation | null }> {
  const hash = record ? await contentHash(record.content) : ''
  return write(db, [...stores, 'inbox', 'runs', 'cases'], async (tx) => {
    await settleRow(tx, row)
    await clearPause(tx)
    if (handover) await storeHandover(tx, handover, handover.from.id)
    if (!record) return { before: null }
    const isReceived = (await tx.objectStore('inbox').getKey(record.content.id)) !== undefined
    if (isReceived) await storeReceived(tx, record)
    return row.route === 'see' ? { before: null } : storeRecord(tx, record, hash)
  })
}

/** The hub said no for good: kept, with the reason, until a person looks. What no person wrote asks for nobody's attention. */
export function refuse(db: Db, row: OutboxRow, problem: string): Promise<void> {
  return write(db, stores, async (tx) => {
    if (isUnasked(row)) {
      return settleRow(tx, row)
    }
    await changeRow(tx, row.id, { state: 'refused', problem: short(problem) })
    await changeHandover(tx, row, (own) => ({ ...own, local: 'refused', problem: short(problem) }))
    const subject = subjectOf(row)
    if (subject === null) return
    await changeOwn(tx, subject, (own) => ({
      ...own,
      problem: short(problem),
      local: row.route === 'escalate' && own.local !== 'sent' ? 'refused' : own.local,
    }))
  })
}

/** What no person wrote: sent along as work is done. That a version was confirmed somebody did say. */
function isUnasked({ route, body }: OutboxRow): boolean {
  if (route === 'receipt') return (body as { kind?: unknown }).kind === 'seen'
  return route === 'see' || route === 'siteHealth' || route === 'counts'
}

/** Only this command failed: it alone waits. */
export function postpone(db: Db, row: OutboxRow, until: number, problem: string): Promise<void> {
  return write(db, stores, async (tx) => {
    await changeRow(tx, row.id, { nextAttemptAt: until, problem: short(problem) })
    await explainWait(tx, row, problem)
  })
}

/** The hub as a whole failed: everything waits, longer each time. */
export function pauseAll(db: Db, row: OutboxRow, failure: { now: number; random: number; retryAfterMs?: number | undefined; problem: string }): Promise<void> {
  return write(db, stores, async (tx) => {
    const attempts = (await readPause(tx)).attempts + 1
    await storePause(tx, { attempts, until: nextAttemptAt(attempts, failure.now, failure.random, failure.retryAfterMs) })
    await changeRow(tx, row.id, { problem: short(failure.problem) })
    await explainWait(tx, row, failure.problem)
  })
}

async function explainWait(tx: Tx, row: OutboxRow, problem: string): Promise<void> {
  await changeHandover(tx, row, (own) => ({ ...own, problem: short(problem) }))
  if (row.route === 'escalate') await changeOwn(tx, row.id, (own) => (own.local === 'queued' ? { ...own, problem: short(problem) } : null))
}

async function changeRow(tx: Tx, id: string, change: Partial<OutboxRow>): Promise<void> {
  const row = await readRow(tx, id)
  if (row) await tx.objectStore('outbox').put({ ...row, ...change })
}

async function changeOwn(tx: Tx, id: string, change: (own: OwnEscalation) => OwnEscalation | null): Promise<boolean> {
  const own = checked(OwnEscalation, await tx.objectStore('escalations').get(id))
  const changed = own && change(own)
  if (!changed) return false
  await tx.objectStore('escalations').put(changed)
  return true
}

/** Answers whether it was held. */
async function release(tx: Tx, row: OutboxRow): Promise<boolean> {
  if (row.route === 'escalate') return changeOwn(tx, row.id, releaseOwn)
  return changeHandover(tx, row, (own) => (own.local === 'held' ? { ...own, local: 'queued' } : null))
}

/** Nothing where the row hands no case over. */
async function changeHandover(tx: Tx, { route, id }: OutboxRow, change: (own: DeviceHandover) => DeviceHandover | null): Promise<boolean> {
  const own = route === 'handOver' ? checked(DeviceHandover, await tx.objectStore('handovers').get(id)) : null
  const changed = own && change(own)
  if (!changed) return false
  await tx.objectStore('handovers').put(changed)
  return true
}

function releaseOwn(own: OwnEscalation): OwnEscalation | null {
  return own.local === 'held' ? { ...own, local: 'queued' } : null
}

function short(problem: string): string {
  return problem.slice(0, 500)
}
