// An escalation that came along with a case, in lines: where it stands with what was ruled or asked, and what was said before that.
import type { HandedEscalation } from '../../lib/schema/handover.ts'

export interface HandedLines {
  head: string
  /** What decides how to go on; null where nobody has spoken yet. */
  word: string | null
  /** For who wants the whole of it. */
  before: string[]
}

export function handedLines({ number, by, status, takenBy, note, ruling, question, answer }: HandedEscalation): HandedLines {
  const asked = question && `${question.by.name} asked: ${question.text}`
  const answered = answer && `${answer.by.name} answered: ${answer.text}`
  const wrote = note && `${by.name} wrote: ${note}`
  if (ruling)
    return {
      head: `#${number} was ruled by ${ruling.by.name}: ${ruling.outcome}`,
      word: `Rationale: ${ruling.rationale}`,
      before: spoken([wrote, asked, answered]),
    }
  const head = `#${number}: ${stood(status, takenBy)} when the case came here.`
  if (asked) return { head, word: spoken([asked, answered]).join('\n'), before: spoken([wrote]) }
  return { head, word: wrote || null, before: [] }
}

const spoken = (lines: (string | null)[]) => lines.filter((line): line is string => Boolean(line))

/** In the past: where it stands now is told beside it, as for every escalation of a colleague. */
function stood(status: HandedEscalation['status'], takenBy: HandedEscalation['takenBy']): string {
  if (status === 'asked') return 'a question waited for an answer'
  if (takenBy) return `${takenBy.name} had it`
  return status === 'delivered' ? 'no lead had opened it' : 'a lead had seen it'
}
