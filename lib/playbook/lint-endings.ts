// How a playbook ends: answers after which nothing decides, steps after the end, evidence demanded when it is too late.
import { canHold } from '../domain/can-hold.ts'
import type { Option, Step } from '../schema/playbook.ts'
import { linksOf } from './playbook-links.ts'
import { type Place, quoted, type Report } from './problem.ts'
import { areApart, type Way } from './ways.ts'

type At = (thing: object) => Place

/** `steps` as they stand, `ways` to all of them; `hidden` are never shown, so that they end nothing. */
export function lintEndings(steps: readonly Step[], ways: readonly Way[], hidden: ReadonlySet<Step>, at: At, report: Report): void {
  const isEnd = (step: Step) => !hidden.has(step) && isEnding(step)
  if (!ends(steps, isEnd)) nameOpenBranches(steps, isEnd, at, report)
  const late = new Set<Step>()
  lintAfterDecision(steps, late, at, report)
  const shown = ways.filter(({ step }) => !hidden.has(step))
  lintEvidence(shown, late, at, report)
}

const optionsOf = (step: Step): readonly Option[] => (step.kind === 'choice' ? step.options : [])

/** Deciding, handing over, or going on in another playbook. A condition on it counts as met: whether it is, only the case can say. */
const isEnding = (step: Step) => step.kind === 'decide' || step.kind === 'escalate' || linksOf(step.text, step.detail).length > 0
type IsEnd = (step: Step) => boolean
const isLink = (option: Option) => linksOf(option.text, []).length > 0

/** An ending on every way through the steps. */
const ends = (steps: readonly Step[], isEnd: IsEnd): boolean =>
  steps.some((step) => isEnd(step) || (optionsOf(step).length > 0 && optionsOf(step).every((option) => isLink(option) || ends(option.steps, isEnd))))

/** An ending on some way. */
const mayEnd = (steps: readonly Step[], isEnd: IsEnd): boolean =>
  steps.some((step) => isEnd(step) || optionsOf(step).some((option) => isLink(option) || mayEnd(option.steps, isEnd)))

/** Questions of which some answers come to an ending and others do not: the others were forgotten. */
function nameOpenBranches(steps: readonly Step[], isEnd: IsEnd, at: At, report: Report): void {
  for (const step of steps) {
    if (!mayEnd([step], isEnd)) continue
    for (const option of optionsOf(step)) {
      if (isLink(option) || ends(option.steps, isEnd)) continue
      if (mayEnd(option.steps, isEnd)) nameOpenBranches(option.steps, isEnd, at, report)
      else {
        const message = `After the answer ${quoted(option.label)} the playbook may neither decide nor escalate.`
        report.warn(at(option), 'open-branch', message, 'End the branch with [=] outcomes or a [!] step, or put them after the question.')
      }
    }
  }
}

/** On every way, so that nothing after it belongs to the case any more. */
const decides = (step: Step): boolean => {
  if (step.optional || step.when !== null) return false
  if (step.kind === 'decide') return true
  return optionsOf(step).length > 0 && optionsOf(step).every((option) => decisionIn(option.steps) >= 0)
}

/** Place of the first step that decides on every way; a jump before it may pass it over. -1 without one. */
function decisionIn(steps: readonly Step[]): number {
  const decided = steps.findIndex(decides)
  return steps.slice(0, Math.max(0, decided)).some(mayJump) ? -1 : decided
}

const mayJump = (step: Step): boolean => step.kind === 'jump' || optionsOf(step).some((option) => option.steps.some(mayJump))

/** Steps of options are looked at within their option: the agent comes there by choosing it. */
function lintAfterDecision(steps: readonly Step[], late: Set<Step>, at: At, report: Report): void {
  const decided = decisionIn(steps)
  const after = decided < 0 ? [] : steps.slice(decided + 1)
  for (const step of after) late.add(step)
  if (after[0]) {
    report.warn(
      at(after[0]),
      'after-decision',
      'This step comes after a decision that ends the case.',
      'Move it above the decision, or give the decision {optional} or a condition.',
    )
  }
  for (const step of steps) if (!late.has(step)) for (const option of optionsOf(step)) lintAfterDecision(option.steps, late, at, report)
}

/** Evidence has to be there when somebody decides, also where the decision is a conditional one or stands in a branch. */
function lintEvidence(ways: readonly Way[], late: ReadonlySet<Step>, at: At, report: Report): void {
  for (const [index, way] of ways.entries()) {
    const { step, answers } = way
    const isDemanded = step.evidence !== null && !step.optional && step.kind !== 'decide'
    if (!isDemanded || late.has(step) || answers.some(({ question }) => late.has(question))) continue
    // A jump between the two is there to pass the evidence over.
    const sinceJump = ways.slice(ways.findLastIndex((earlier, place) => place < index && earlier.step.kind === 'jump') + 1, index)
    const decision = sinceJump.find((earlier) => earlier.step.kind === 'decide' && !areApart(earlier, way) && meet(earlier, way))
    if (!decision) continue
    const message = `The ${step.evidence} is asked for after the decision ${quoted(decision.step.label)}, when the case may be closed.`
    report.warn(at(step), 'late-evidence', message, 'Move this step above the decision.')
  }
}

const meet = (one: Way, other: Way) => canHold({ op: 'and', of: [...one.conditions, ...other.conditions] })
