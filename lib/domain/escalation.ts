// The rules of an escalation on the hub: who may do what when. Append-only; `revision` is 1 + the number of thread entries.
import type { Escalation, EscalationContent, EscalationSummary, ThreadEntry } from '../schema/escalation.ts'
import type { FailureCode } from '../schema/failure.ts'
import { limits } from '../schema/ids.ts'
import type { MemberRef } from '../schema/member.ts'
import type { Severity } from '../schema/playbook.ts'

/** A change that the rules refuse; `message` is for the person who tried. */
export class EscalationFault extends Error {
  override readonly name = 'EscalationFault'
  readonly code: FailureCode
  constructor(code: FailureCode, message: string) {
    super(message)
    this.code = code
  }
}

/** `entryId` becomes the thread entry's id; `revision` is what the person had on screen. */
export type EscalationChange = { entryId: string; by: MemberRef; at: number } & (
  | { kind: 'see' }
  | { kind: 'take'; revision: number }
  | { kind: 'ask' | 'answer'; text: string }
  | { kind: 'amend'; note: string; severity: Severity | null }
  | { kind: 'withdraw'; reason: string }
  | { kind: 'rule'; outcome: string; rationale: string; revision: number }
)

export function receiveEscalation(content: EscalationContent, by: MemberRef, number: number, at: number): Escalation {
  return {
    content,
    number,
    by,
    status: 'delivered',
    severity: content.severity,
    revision: 1,
    takenBy: null,
    seenBy: null,
    receivedAt: at,
    seenAt: null,
    ruling: null,
    thread: [],
  }
}

/** Returns a new record, or the same one when there is nothing to change. Throws `EscalationFault`. */
export function changeEscalation(record: Escalation, change: EscalationChange): Escalation {
  if (change.kind === 'see') return see(record, change.by, change.at, change.entryId)
  refuseWhenOver(record, change.by)
  if (record.thread.length >= limits.thread && change.kind !== 'rule' && change.kind !== 'withdraw') {
    throw new EscalationFault(
      'conflict',
      `This escalation has ${limits.thread} entries and takes no more. Nothing was changed; rule on it, or escalate the case again.`,
    )
  }
  switch (change.kind) {
    case 'take':
      return take(record, change)
    case 'ask':
      return { ...append(record, change, 'question', change.text), status: 'asked', takenBy: record.takenBy ?? change.by }
    case 'answer':
      requireAuthor(record, change.by, 'answer')
      return { ...append(record, change, 'answer', change.text), status: record.status === 'asked' ? 'taken' : record.status }
    case 'amend':
      requireAuthor(record, change.by, 'amend')
      if (change.note.trim() === '' && change.severity === null) throw new EscalationFault('invalid', 'Write what to add, or choose another severity.')
      return { ...append(record, change, 'amendment', change.note, change.severity), severity: change.severity ?? record.severity }
    case 'withdraw':
      requireAuthor(record, change.by, 'withdraw')
      return { ...append(record, change, 'withdrawal', change.reason), status: 'withdrawn' }
    case 'rule': {
      const since = record.thread.slice(Math.max(0, change.revision - 1)).find((entry) => entry.kind !== 'seen' && entry.by.id !== change.by.id)
      if (since)
        throw new EscalationFault(
          'conflict',
          `${since.by.name} changed this escalation while you were writing. Your text is kept; read what is new and rule again.`,
        )
      const ruling = { outcome: change.outcome, rationale: change.rationale, by: change.by, at: change.at }
      return { ...append(record, change, 'ruling', change.rationale), status: 'ruled', ruling, takenBy: record.takenBy ?? change.by }
    }
  }
}

export function summaryOf(record: Escalation): EscalationSummary {
  const { content, number, by, severity, status, takenBy, receivedAt } = record
  return { id: content.id, number, caseKey: content.case.key, by, severity, status, takenBy, receivedAt }
}

/** "Seen" means that another person than the author opened it; only the first sight is kept. */
function see(record: Escalation, by: MemberRef, at: number, entryId: string): Escalation {
  if (record.seenBy !== null || by.id === record.by.id) return record
  const seen = append(record, { entryId, by, at }, 'seen', '')
  return { ...seen, seenBy: by, seenAt: at, status: record.status === 'delivered' ? 'seen' : record.status }
}

function take(record: Escalation, change: EscalationChange & { kind: 'take' }): Escalation {
  if (record.takenBy?.id === change.by.id) return record
  if (record.takenBy !== null && change.revision < record.revision) {
    throw new EscalationFault('conflict', `${record.takenBy.name} took this escalation first. Nothing was changed; talk to them, or take it over.`)
  }
  const seen = record.seenBy ?? (change.by.id === record.by.id ? null : change.by)
  return {
    ...append(record, change, 'taken', ''),
    status: record.status === 'asked' ? 'asked' : 'taken',
    takenBy: change.by,
    seenBy: seen,
    seenAt: record.seenAt ?? (seen === null ? null : change.at),
  }
}

function append(
  record: Escalation,
  { entryId, by, at }: { entryId: string; by: MemberRef; at: number },
  kind: ThreadEntry['kind'],
  text: string,
  severity: Severity | null = null,
): Escalation {
  return { ...record, revision: record.revision + 1, thread: [...record.thread, { id: entryId, kind, by, at, text: text.slice(0, limits.note), severity }] }
}

function refuseWhenOver(record: Escalation, by: MemberRef): void {
  if (record.status === 'ruled') {
    const who = record.ruling?.by.id === by.id ? 'You' : record.ruling?.by.name
    throw new EscalationFault('conflict', `${who} already ruled on this escalation. Nothing was changed.`)
  }
  if (record.status === 'withdrawn') throw new EscalationFault('conflict', `${record.by.name} withdrew this escalation. Nothing was changed.`)
}

function requireAuthor(record: Escalation, by: MemberRef, verb: string): void {
  if (record.by.id !== by.id) throw new EscalationFault('forbidden', `Only ${record.by.name}, who escalated, can ${verb} this.`)
}
