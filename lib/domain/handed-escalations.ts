// What whoever takes a case over reads of its escalations: those of the sender, and of whom the sender had the case from. Masked again.
import type { Escalation, ThreadEntry } from '../schema/escalation.ts'
import type { HandedEscalation, Handover } from '../schema/handover.ts'
import { limits } from '../schema/ids.ts'
import { summaryOf } from './escalation.ts'
import { maskText } from './mask.ts'

/** That a case was taken over before: by whom, from whom, when. */
export interface Passage {
  fromId: string
  toId: string
  caseKey: string
  at: number
}

/** Without `escalations` where there is nothing to tell, or nobody takes the case any more. */
export function withEscalations(handover: Handover, escalations: readonly Escalation[], passages: readonly Passage[]): Handover {
  const { escalations: _, ...bare } = handover
  if (bare.status !== 'open' && bare.status !== 'taken') return bare
  const until = authorsBehind(bare, passages)
  const carried = escalations
    .filter(({ content, by, status, receivedAt }) => {
      const isOfCase = content.case.key === bare.content.case.key && status !== 'withdrawn'
      return isOfCase && receivedAt <= (until.get(by.id) ?? Number.NEGATIVE_INFINITY)
    })
    .sort((a, b) => b.number - a.number)
    .slice(0, limits.handedEscalations)
  return carried.length === 0 ? bare : { ...bare, escalations: carried.map(handedEscalation) }
}

/** Back along the way that the case went. What somebody escalates once the case is another's was not handed over: until when, by author. */
function authorsBehind({ from, content, receivedAt, settledAt }: Handover, passages: readonly Passage[]): Map<string, number> {
  const until = new Map([[from.id, settledAt ?? Number.POSITIVE_INFINITY]])
  const before = passages.filter(({ caseKey, at }) => caseKey === content.case.key && at <= receivedAt).sort((a, b) => b.at - a.at)
  for (const { fromId, toId, at } of before) if (until.has(toId) && !until.has(fromId)) until.set(fromId, at)
  return until
}

function handedEscalation(record: Escalation): HandedEscalation {
  const { content, ruling, thread } = record
  const asked = thread.findLastIndex(({ kind }) => kind === 'question')
  const answered = thread.findLastIndex(({ kind }) => kind === 'answer')
  return {
    ...summaryOf(record),
    note: words(content.note),
    ruling: ruling && { ...ruling, outcome: words(ruling.outcome, limits.outcome), rationale: words(ruling.rationale) },
    question: asked < 0 ? null : said(thread[asked]!),
    answer: answered < asked || answered < 0 ? null : said(thread[answered]!),
  }
}

const said = (entry: ThreadEntry): ThreadEntry => ({ ...entry, text: words(entry.text) })

/** What is cut says so. */
function words(text: string, most: number = limits.handedWords): string {
  const masked = maskText(text).text
  return masked.length > most ? `${masked.slice(0, most - 1)}…` : masked
}
