// "If the parcel is lost, refund it. Otherwise wait." taken apart: what is asked, what to do then, what to do otherwise. Knows English wording
// only and refuses whenever it is not sure where the condition ends: the sentence then stays whole.
import { isInstruction } from './instruction.ts'

/** Offsets into the text. `action` is null where nothing but the condition stands there, and what to do is listed below. */
export type Conditional =
  | { kind: 'if' | 'else-if'; condition: Span; action: Span | null; otherwise: Span | null }
  | { kind: 'else'; action: Span | null }
  | { kind: 'answer'; isYes: boolean; answer: Span; action: Span | null }
export type Span = readonly [start: number, end: number]

const opening = /^(if|in case)\s+(?!(?:so|not|yes|no)\b[,:]?)/i
const elseIf = /^(?:otherwise|else|or)[,;]?\s+if\s+/i
const elseOnly =
  /^(?:otherwise|or else|else|in all other cases|in any other case|if (?:none|neither|not)\b(?: of (?:these|them|the above)(?: applies| apply)?)?)(?:\s*[,:;.–—-]+\s*|\s+|$)/i
const answer = /^(?:if )?(yes|no|so|not|true|false)\b(?:\s*[:–—]\s*|\s+-\s+|\s*$)/i
const answerComma = /^(?:if )?(yes|no|so)\s*,\s*(?:then\s+)?/i
/** These make a step optional; there is nothing to answer. */
const manner =
  /^(?:if|when|where) (?:at all )?(?:possible|necessary|needed|applicable|feasible|appropriate|required|relevant|desired|available|practical|in doubt|any|you (?:can|like|wish|want))\b/i
const notEnd = /^(?:and|or|but|nor|such|including|e\.g|i\.e|for example|like|which|who|whose|where|especially|because|not|etc)\b/i
const subject =
  /^(?:you|we|they|it|he|she|this|that|these|those|there|the|a|an|your|our|their|no|any|all|each|every|someone|somebody|do|be|is|go|must|should|may|can|only)\b/i

export const isOptionalManner = (text: string): boolean => manner.test(text)

export function readConditional(text: string): Conditional | null {
  if (manner.test(text)) return null
  const said = readAnswer(text)
  if (said) return said
  const chained = elseIf.exec(text)
  if (chained) return split('else-if', text, chained[0].length)
  const other = elseOnly.exec(text)
  if (other && !/^if /i.test(text.slice(other[0].length))) return { kind: 'else', action: spanOf(text, other[0].length, text.length) }
  const first = opening.exec(text)
  return first ? split('if', text, first[0].length) : null
}

/** "Yes: do this", "If so, do this", or "No, and nobody answers" with what to do below. */
function readAnswer(text: string): Conditional | null {
  const said = answer.exec(text)
  const continued = said ? null : answerComma.exec(text)
  const found = said ?? continued
  if (!found) return null
  const word = /^(?:if )?(\w+)/i.exec(text)!
  const start = word[0].length - word[1]!.length
  const isBare = continued !== null && start === 0 && !isInstruction(text.slice(continued[0].length))
  const end = isBare ? text.length : word[0].length
  return {
    kind: 'answer',
    isYes: /^(?:yes|so|true)$/i.test(word[1]!),
    answer: [start, end],
    action: isBare ? null : spanOf(text, found[0].length, text.length),
  }
}

function split(kind: 'if' | 'else-if', text: string, start: number): Conditional | null {
  const end = endOfCondition(text, start)
  if (!end) return null
  const branch = /[.;,]\s+(?:otherwise|if not|else)\b(?!\s+if\b)[,:]?\s+/i.exec(text.slice(end.action))
  const actionEnd = branch ? end.action + branch.index + 1 : text.length
  const otherwise = branch ? spanOf(text, end.action + branch.index + branch[0].length, text.length) : null
  return { kind, condition: [start, end.condition], action: spanOf(text, end.action, actionEnd), otherwise }
}

function endOfCondition(text: string, start: number): { condition: number; action: number } | null {
  if (/[:–—]\s*$/.test(text) && !/[,:;]\s/.test(text.slice(start).trimEnd().slice(0, -1))) {
    return { condition: text.trimEnd().length - 1, action: text.length }
  }
  let guess: { condition: number; action: number } | null = null
  for (const found of outsideBrackets(text)
    .slice(start)
    .matchAll(/,\s+(?:then\s+)?|\s+then\s+|:\s+|\s+[–—]\s+/gi)) {
    const condition = start + found.index
    const action = condition + found[0].length
    const rest = text.slice(action)
    if (notEnd.test(rest) || rest.trim() === '') continue
    if (/then/i.test(found[0]) || found[0].startsWith(':') || isInstruction(rest)) return { condition, action }
    if (subject.test(rest)) guess ??= { condition, action }
  }
  return guess
}

/** The same length, with everything in brackets and quotes blanked, so that offsets hold. */
function outsideBrackets(text: string): string {
  return text.replace(/\([^)]*\)|\[[^\]]*\]|"[^"]*"|“[^”]*”/g, (part) => '_'.repeat(part.length))
}

function spanOf(text: string, start: number, end: number): Span | null {
  return text.slice(start, end).replace(/[\s.:;,]+/g, '') === '' ? null : [start, end]
}
