// Sends what waits on this device, one request at a time, until nothing is due. Deletes a row only with the hub's answer in hand.
import { claimNext, hurry, nextWakeAt, pauseAll, postpone, refuse, releaseDue, settle } from '../db/delivery.ts'
import { endSession } from '../db/session.ts'
import { nextAttemptAt } from '../domain/backoff.ts'
import type { Session } from '../schema/member.ts'
import type { OutboxRow } from '../schema/outbox.ts'
import type { SyncContext } from './context.ts'
import { HubFailure } from './hub-failure.ts'
import { pictureFor } from './late-picture.ts'
import type { Moved } from './movement.ts'
import { newsForAuthor } from './news.ts'
import { sendRow } from './send-row.ts'

export interface DrainResult {
  sent: number
  refused: number
  /** `offline`: the hub could not be reached. `signed-out`: nobody is signed in, or the token was revoked. */
  outcome: 'drained' | 'offline' | 'signed-out'
  /** When to drain again, in milliseconds since 1970; null when nothing waits for a time. */
  wakeAt: number | null
}

/** `eager`: try at once even where the last failure asked for patience (the network came back, or a person asks). */
export function drain(context: SyncContext, { eager = false }: { eager?: boolean } = {}): Promise<DrainResult> {
  return context.lock('handrail-outbox', async () => {
    const { database, now } = context
    const counts = { sent: 0, refused: 0 }
    if (await database.use((db) => releaseDue(db, now()))) context.onMoved({ moved: ['escalations', 'cases', 'status'], arrivals: [] })
    if (eager) await database.use(hurry)
    for (;;) {
      const claim = await database.use((db) => claimNext(db, now()))
      if (claim.kind !== 'row') return { ...counts, outcome: claim.kind === 'idle' ? 'drained' : 'signed-out', wakeAt: claim.wakeAt }
      const end = await deliver(context, claim.row, claim.session)
      if (end === 'sent' || end === 'refused') counts[end]++
      if (end === 'offline' || end === 'signed-out') return { ...counts, outcome: end, wakeAt: await database.use((db) => nextWakeAt(db, now())) }
    }
  })
}

type End = 'sent' | 'refused' | 'postponed' | 'offline' | 'signed-out'

async function deliver(context: SyncContext, row: OutboxRow, session: Session): Promise<End> {
  try {
    const imageOf = (hash: string) => pictureFor(context, session, hash)
    const { escalation: record, handover } = await sendRow({ hubUrl: session.hubUrl, token: session.token, fetch: context.fetch }, row, imageOf)
    const { before } = await context.database.use((db) => settle(db, row, record, handover))
    const arrivals = record && row.route !== 'see' ? newsForAuthor(before, record, session.member.id) : []
    context.onMoved({ moved: [...movedBy(row), 'status'], arrivals })
    return 'sent'
  } catch (failure) {
    if (!(failure instanceof HubFailure)) throw failure
    return await endOf(context, row, session, failure)
  }
}

async function endOf(context: SyncContext, row: OutboxRow, session: Session, failure: HubFailure): Promise<End> {
  const { database, now, random, onMoved } = context
  const { kind, message, retryAfterMs } = failure
  if (kind === 'unauthorized') {
    await database.use((db) => endSession(db, session.token, 'revoked'))
    onMoved({ moved: ['session', 'status'], arrivals: [] })
    return 'signed-out'
  }
  const problem = kind === 'refused' ? message : `${message} What you saved is safe on this device and will go out by itself.`
  if (kind === 'refused') await database.use((db) => refuse(db, row, problem))
  else if (isAboutHub(failure)) await database.use((db) => pauseAll(db, row, { now: now(), random: random(), retryAfterMs, problem }))
  else await database.use((db) => postpone(db, row, nextAttemptAt(row.attempts, now(), random(), retryAfterMs), problem))
  onMoved({ moved: [...movedBy(row), 'status'], arrivals: [] })
  if (kind === 'refused') return 'refused'
  return isAboutHub(failure) ? 'offline' : 'postponed'
}

/** Where what a command says is shown; own escalations for the rest. */
const shownIn: Partial<Record<OutboxRow['route'], Moved>> = { see: 'inbox', handOver: 'cases', flag: 'news', heed: 'news' }

function movedBy({ route }: OutboxRow): Moved[] {
  return [shownIn[route] ?? 'escalations']
}

/** Repeating with another command would meet the same wall. */
function isAboutHub({ kind, status }: HubFailure): boolean {
  return kind === 'unreachable' || [429, 502, 503, 504].includes(status)
}
