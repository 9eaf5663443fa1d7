// An agent's own escalations in the order in which they want to be looked at: what waits for the agent, what is under way, what is over.
import type { OwnEscalation } from '../schema/escalation.ts'

export type OwnGroup = 'waiting' | 'open' | 'over'

/** A question without an answer, or what the hub refused, waits for the agent. */
export function groupOf({ local, record, waiting = [] }: OwnEscalation): OwnGroup {
  if (local === 'refused') return 'waiting'
  if (local === 'undone' || record?.status === 'ruled' || record?.status === 'withdrawn') return 'over'
  const isAnswered = waiting.some(({ kind }) => kind === 'answer' || kind === 'withdraw')
  return local === 'sent' && record?.status === 'asked' && !isAnswered ? 'waiting' : 'open'
}

/** A lead's question waits for its author. */
export const isAsked = (own: OwnEscalation): boolean => own.local !== 'refused' && groupOf(own) === 'waiting'

/** In title, case, note, queue, number or what a lead said; every word has to be somewhere. */
export function isFound({ content, record }: OwnEscalation, query: string): boolean {
  const said = record ? [`#${record.number}`, record.ruling?.outcome ?? '', ...record.thread.flatMap(({ text, by }) => [text, by.name])] : []
  const fields = content.case.fields.map(({ value }) => value)
  const text = [content.case.title, content.case.caseId ?? '', content.case.key, content.note, content.queue, content.severity, ...fields, ...said]
  const words = text.join('\n').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word))
}
