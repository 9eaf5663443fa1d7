// Which command goes next, and when to look again. Pure: rows in, a choice out.

import { lastMs } from '../domain/backoff.ts'
import type { OutboxRow } from '../schema/outbox.ts'
import type { Severity } from '../schema/playbook.ts'

export interface Turn {
  /** Only rows of this member leave; null sends nothing. */
  memberId: string | null
  now: number
  /** Until then the hub as a whole is left alone; a command that was never tried goes out all the same, once. */
  pausedUntil: number
}

/** Also when it is further ahead than any wait: the clock that wrote it has been set back since. */
export function hasCome(at: number, now: number): boolean {
  return at <= now || at > now + lastMs
}

/** S1 escalations first, pictures last, else oldest first; an amendment never before the escalation it belongs to. */
export function nextRow(rows: OutboxRow[], turn: Turn): OutboxRow | null {
  const ready = sendable(rows, turn.memberId).filter((row) => {
    const isPaused = !hasCome(turn.pausedUntil, turn.now) && row.attempts > 0
    return hasCome(row.sendAfter, turn.now) && hasCome(row.nextAttemptAt, turn.now) && !isPaused
  })
  return ready.sort((a, b) => rankOf(a) - rankOf(b) || a.order - b.order)[0] ?? null
}

/** The earliest instant at which `nextRow`, or the release of a held escalation, has something to do; null when nothing waits for a time. */
export function wakeAt(rows: OutboxRow[], turn: Turn): number | null {
  const ahead = (at: number) => (hasCome(at, turn.now) ? turn.now : at)
  const releases = rows.filter((row) => row.state === 'waiting' && !hasCome(row.sendAfter, turn.now)).map((row) => row.sendAfter)
  const attempts = sendable(rows, turn.memberId)
    .filter((row) => hasCome(row.sendAfter, turn.now))
    .map((row) => Math.max(ahead(row.nextAttemptAt), ahead(turn.pausedUntil)))
  const all = [...releases, ...attempts]
  return all.length > 0 ? Math.min(...all) : null
}

const aboutEscalation: ReadonlySet<OutboxRow['route']> = new Set(['amend', 'withdraw', 'answer', 'see'])

/** The escalation that a command is about; null where it is about something else. */
export function subjectOf(row: Pick<OutboxRow, 'id' | 'route' | 'params'>): string | null {
  if (row.route === 'escalate') return row.id
  return aboutEscalation.has(row.route) ? (row.params.id ?? null) : null
}

/** The escalation or the run that a picture belongs to. */
export function imageSubject({ route, body }: Pick<OutboxRow, 'route' | 'body'>): string | null {
  const of = route === 'image' ? (body as { of?: unknown } | null)?.of : null
  return typeof of === 'string' ? of : null
}

/** Commands that must keep their order among each other: about one escalation, one run closed again, or one site. */
function lineOf(row: OutboxRow): string | null {
  if (row.route === 'siteHealth') return `site:${row.params.id}`
  const run = row.route === 'run' ? (row.body as { id?: unknown } | null)?.id : null
  return typeof run === 'string' ? run : subjectOf(row)
}

function sendable(rows: OutboxRow[], memberId: string | null): OutboxRow[] {
  if (memberId === null) return []
  const first = new Map<string, OutboxRow>()
  for (const row of rows.filter((one) => one.memberId === memberId).sort((a, b) => a.order - b.order)) {
    const line = lineOf(row)
    if (line === null || first.has(line)) continue
    // A refused amendment lets later ones pass; a refused creation leaves them nothing to amend.
    if (row.state === 'waiting' || row.route === 'escalate') first.set(line, row)
  }
  const isAbsent = (id: string | null) =>
    id !== null && rows.some((other) => other.id === id || (other.route === 'run' && other.state === 'waiting' && lineOf(other) === id))
  return rows.filter((row) => {
    if (row.state !== 'waiting' || row.memberId !== memberId) return false
    // Pictures follow what names them, and hold nothing up.
    if (isAbsent(imageSubject(row))) return false
    const line = lineOf(row)
    return line === null || first.get(line) === row
  })
}

const rankOf = (row: OutboxRow) => (isCritical(row) ? 0 : row.route === 'image' ? 2 : 1)

function isCritical(row: OutboxRow): boolean {
  const body = row.body as { severity?: unknown } | null
  return row.route === 'escalate' && body?.severity === ('S1' satisfies Severity)
}
