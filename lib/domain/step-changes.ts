// What changed in one step between two versions, a sentence each. Knows no other step; where it stands is said elsewhere.
import type { Evidence, Step } from '../schema/playbook.ts'
import { isSame } from './canonical-json.ts'
import { takesWords } from './input.ts'
import { type Named, pairNamed } from './named-match.ts'
import { isSameWording } from './wording.ts'

export type StepChangeKind =
  | 'added'
  | 'removed'
  | 'moved'
  | 'reworded'
  | 'required'
  | 'optional'
  | 'kind'
  | 'evidence'
  | 'condition'
  | 'options'
  | 'outcomes'
  | 'input'
  | 'snippet'
  | 'target'
  | 'detail'
  | 'other'

export interface StepChange {
  kind: StepChangeKind
  /** What is said of the step: "is now required". Without the step, without a full stop. */
  says: string
  /** Who knows the step as it was would now do it wrong, or not at all. */
  isMaterial: boolean
}

const kinds: Record<string, string> = {
  check: 'a check',
  input: 'something to type in',
  choice: 'a question',
  snippet: 'a reply to insert',
  escalate: 'an escalation',
  jump: 'a jump',
  decide: 'a decision',
}
const evidences: Record<Evidence, string> = { note: 'a note', link: 'a link', screenshot: 'a screenshot', selection: 'the selected text' }

export const quoted = (words: string) => `“${words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words}”`

const material = (kind: StepChangeKind, says: string): StepChange => ({ kind, says, isMaterial: true })
const slight = (kind: StepChangeKind, says: string): StepChange => ({ kind, says, isMaterial: false })

export function changesOf(before: Step, after: Step): StepChange[] {
  return [
    ...(before.kind === after.kind ? [] : [material('kind', `is now ${kinds[after.kind] ?? 'another kind of step'}`)]),
    ...rewording(before, after),
    ...duty(before, after),
    ...(before.kind === after.kind ? inKind(before, after) : []),
    ...demand(before.evidence, after.evidence),
    ...condition(before, after),
    ...explanation(before, after),
    ...(isSame(unnamed(before), unnamed(after)) ? [] : [material('other', 'asks for it in another way')]),
  ]
}

/** A decision has the words of its section, and the section says when it is renamed. */
function rewording(before: Step, after: Step): StepChange[] {
  if (before.label === after.label || (before.kind === 'decide' && after.kind === 'decide')) return []
  if (isSameWording(before.label, after.label)) return [slight('reworded', 'is spelled otherwise')]
  return [material('reworded', `is reworded; it was ${quoted(before.label)}`)]
}

function duty(before: Step, after: Step): StepChange[] {
  if (before.optional === after.optional) return []
  return [after.optional ? slight('optional', 'is now optional') : material('required', 'is now required')]
}

function demand(before: Evidence | null, after: Evidence | null): StepChange[] {
  if (before === after) return []
  if (after === null) return [slight('evidence', `no longer asks for ${evidences[before!]}`)]
  return [material('evidence', `now asks for ${evidences[after]}${before ? ` instead of ${evidences[before]}` : ''}`)]
}

function condition(before: Step, after: Step): StepChange[] {
  if (isSame(before.when, after.when)) return []
  if (after.when === null) return [material('condition', 'now applies in every case')]
  return [material('condition', before.when === null ? 'now applies in some cases only' : 'applies in other cases than before')]
}

function explanation(before: Step, after: Step): StepChange[] {
  if (!isSame(before.detail, after.detail)) return [slight('detail', 'is explained otherwise')]
  const isFormatted = before.label === after.label && before.kind !== 'decide' && !isSame(before.text, after.text)
  return isFormatted ? [slight('detail', 'has other links or formatting')] : []
}

function inKind(before: Step, after: Step): StepChange[] {
  if (before.kind === 'input' && after.kind === 'input')
    return [
      ...(takesWords(before) === takesWords(after) ? [] : [material('input', `now takes ${takesWords(after)} instead of ${takesWords(before)}`)]),
      ...(before.save === after.save ? [] : [slight('input', `is kept as ${after.save} now`)]),
    ]
  if (before.kind === 'jump' && after.kind === 'jump') return before.to === after.to ? [] : [material('target', 'now goes on at another step')]
  if (before.kind === 'choice' && after.kind === 'choice') return inList('options', 'option', before.options, after.options)
  if (before.kind === 'decide' && after.kind === 'decide') return inList('outcomes', 'outcome', before.outcomes, after.outcomes)
  if (before.kind === 'snippet' && after.kind === 'snippet') return before.snippet === after.snippet ? [] : [material('snippet', 'now inserts another reply')]
  if (before.kind === 'escalate' && after.kind === 'escalate')
    return [
      ...(before.queue === after.queue ? [] : [material('target', `now goes to ${after.queue ?? 'the usual queue'}`)]),
      ...(before.severity === after.severity ? [] : [material('target', `is now sent as ${after.severity ?? 'the usual severity'}`)]),
    ]
  return []
}

function inList(kind: 'options' | 'outcomes', noun: string, before: readonly Named[], after: readonly Named[]): StepChange[] {
  const origins = pairNamed(before, after)
  const kept = new Set(origins.values())
  const changes = after.flatMap((one) => {
    const origin = origins.get(one)
    if (!origin) return [material(kind, `has a new ${noun}: ${quoted(one.label)}`)]
    if (origin.label === one.label) return []
    const isSpelling = isSameWording(origin.label, one.label)
    return [{ kind, says: `says ${quoted(one.label)} instead of ${quoted(origin.label)}`, isMaterial: !isSpelling }]
  })
  const gone = before.filter((one) => !kept.has(one)).map(({ label }) => material(kind, `no longer has the ${noun} ${quoted(label)}`))
  const order = after.flatMap((one) => before.indexOf(origins.get(one) ?? one)).filter((place) => place >= 0)
  const isShuffled = order.some((place, index) => index > 0 && place < order[index - 1]!)
  return [...changes, ...gone, ...(isShuffled ? [slight(kind, `has its ${noun}s in another order`)] : [])]
}

const named = new Set(
  ['id', 'text', 'label', 'detail', 'optional', 'when', 'evidence', 'kind', 'input', 'save', 'options', 'snippet', 'queue', 'severity'].concat([
    'outcomes',
    'to',
    'min',
    'max',
    'form',
    'of',
  ]),
)

/** Whatever else the format says of a step, so that a change of it is never passed over. */
const unnamed = (step: Step) => Object.fromEntries(Object.entries(step).filter(([key]) => !named.has(key)))
