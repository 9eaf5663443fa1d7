// Steps that nobody will ever see, because their condition contradicts itself or those above it; and conditions that decide nothing.
import { canHold } from '../domain/can-hold.ts'
import type { Condition } from '../schema/condition.ts'
import type { Option, Step } from '../schema/playbook.ts'
import { printCondition } from './condition-text.ts'
import { type Place, quoted, type Report } from './problem.ts'
import type { Way } from './ways.ts'

/** Returns the steps that can never be shown, those below them included. */
export function lintReach(ways: readonly Way[], at: (thing: object) => Place, report: Report): ReadonlySet<Step> {
  const hidden = new Set<Step>()
  const isBelowHidden = ({ answers }: Way) => answers.some(({ question }) => hidden.has(question))
  for (const way of ways) {
    if (isBelowHidden(way) || (way.step.when !== null && !canHold(all(way.conditions)))) hidden.add(way.step)
  }
  const deadBranches = new Set<Option>()
  for (const way of ways) {
    const { step } = way
    const option = way.answers.at(-1)?.option
    if (isBelowHidden(way)) continue
    if (!hidden.has(step)) {
      lintIdle(way, at, report)
    } else if (!option?.steps.every((one) => hidden.has(one))) {
      report.warn(at(step), 'unreachable-step', `This step is never shown: ${contradiction(way)}.`, 'Correct the condition, or remove the step.')
    } else if (!deadBranches.has(option)) {
      deadBranches.add(option)
      const message = `Nothing below ${quoted(option.label)} is ever shown: ${contradiction(way)}.`
      report.warn(at(option), 'dead-branch', message, 'Correct the conditions of its steps, or remove the steps.')
    }
  }
  return hidden
}

function contradiction({ step, conditions }: Way): string {
  const own = step.when!
  if (!canHold(own)) return `${quoted(printCondition(own))} can never hold`
  const against = conditions.find((above) => above !== own && !canHold(all([above, own])))
  const where = against ? `where ${quoted(printCondition(against))} holds` : 'under the conditions of the questions above'
  return `${quoted(printCondition(own))} cannot hold ${where}`
}

function lintIdle({ step, conditions }: Way, at: (thing: object) => Place, report: Report): void {
  if (step.when === null) return
  const opposite: Condition = { op: 'not', of: step.when }
  if (canHold(all([...conditions.slice(0, -1), opposite]))) return
  const why = canHold(opposite) ? 'the questions above it ask for the same already' : 'it holds for every case'
  report.warn(at(step), 'idle-condition', `${quoted(printCondition(step.when))} decides nothing: ${why}.`, 'Remove the condition, or correct it.')
}

const all = (of: Condition[]): Condition => ({ op: 'and', of })
