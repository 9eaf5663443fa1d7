// What happened, in order, as a chain of hashes. The hub keeps each step as it stood last and each word as it was said, so that is what is chained:
// the run by the clock of the agent's device, then what the hub received by its own.
import type { EvidenceContent, LogEntry } from '../../schema/evidence-file.ts'
import type { MemberRef } from '../../schema/member.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { Sha256Of } from './seal.ts'

/** An entry before it has its place in the chain. */
export type LogBody = Omit<LogEntry, 'before' | 'hash'>

export function logOf(content: EvidenceContent, sha256: Sha256Of): LogEntry[] {
  const entries: LogEntry[] = []
  for (const body of bodiesOf(content, sha256)) {
    const linked = { ...body, before: entries.at(-1)?.hash ?? null }
    entries.push({ ...linked, hash: sha256(canonicalJson(linked)) })
  }
  return entries
}

function bodiesOf(content: EvidenceContent, sha256: Sha256Of): LogBody[] {
  const { escalation, pictures, endings, copies, made } = content
  const { by: author, thread, receivedAt, number } = escalation
  const says = (value: unknown) => sha256(canonicalJson(value))
  const told: LogBody[] = thread.map((entry) => ({ at: entry.at, clock: 'hub', kind: entry.kind, by: entry.by, about: '', says: says(entry) }))
  const beside: LogBody[] = [
    ...pictures.flatMap(({ hash, receivedAt: at }, index): LogBody[] =>
      at === null ? [] : [{ at, clock: 'hub', kind: 'picture', by: author, about: `Picture ${index + 1}`, says: hash }],
    ),
    ...endings.map((end): LogBody => ({ at: end.closedAt, clock: 'device', kind: 'run-closed', by: end.by, about: end.playbook.title, says: says(end) })),
    ...copies.map((copy): LogBody => ({ at: copy.at, clock: 'hub', kind: 'copied', by: copy.by, about: '', says: says(copy) })),
  ]
  return [
    ...runBodies(content, says),
    // The same hash that the agent's device shows of what it sent.
    { at: escalation.content.createdAt, clock: 'device', kind: 'escalated', by: author, about: '', says: says(escalation.content) },
    { at: receivedAt, clock: 'hub', kind: 'received', by: author, about: `#${number}`, says: says({ number, by: author, receivedAt }) },
    ...woven(told, beside),
    { at: made.at, clock: 'hub', kind: 'made', by: made.by, about: '', says: says(made) },
  ]
}

/** Steps and evidence by their own instants; what was never worked has none, and is covered by "escalated" with the rest of what was sent. */
function runBodies({ escalation: { content, by } }: EvidenceContent, says: (value: unknown) => string): LogBody[] {
  const { run } = content
  if (run === null) return []
  const worked = run.lines.flatMap((line): LogBody[] => {
    const person: MemberRef = line.by ?? by
    const step: LogBody[] = line.at === null ? [] : [{ at: line.at, clock: 'device', kind: 'step', by: person, about: line.label, says: says(line) }]
    const proofs = line.proofs ?? []
    return [
      ...proofs.map((one): LogBody => ({ at: one.at, clock: 'device', kind: 'proof', by: one.by ?? person, about: line.label, says: says(one) })),
      ...step,
    ]
  })
  const { lines: _, ...head } = run
  return [
    { at: run.startedAt, clock: 'device', kind: 'run-started', by, about: run.playbook.title, says: says(head) },
    ...worked.toSorted((a, b) => a.at - b.at),
  ]
}

/** The thread keeps its order, whatever a clock was set to; the rest stands before the first entry that is later. */
function woven(thread: LogBody[], beside: LogBody[]): LogBody[] {
  const waiting = beside.toSorted((a, b) => a.at - b.at)
  const all = thread.flatMap((entry) => {
    const earlier = waiting.findIndex(({ at }) => at > entry.at)
    return [...waiting.splice(0, earlier < 0 ? waiting.length : earlier), entry]
  })
  return [...all, ...waiting]
}
