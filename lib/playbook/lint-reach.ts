// Steps that nobody will ever see, because their condition contradicts itself, those above it, or what can be typed; and conditions
// that decide nothing.
import { canHold } from '../domain/can-hold.ts'
import type { Condition } from '../schema/condition.ts'
import type { Option, Step } from '../schema/playbook.ts'
import { fieldsOf } from './condition-fields.ts'
import { printCondition } from './condition-text.ts'
import { domainOf } from './input-domain.ts'
import { type Place, quoted, type Report } from './problem.ts'
import type { Way } from './ways.ts'

type Judge = (conditions: Condition[]) => boolean

/** Returns the steps that can never be shown, those below them included. */
export function lintReach(ways: readonly Way[], caseFields: readonly string[], at: (thing: object) => Place, report: Report): ReadonlySet<Step> {
  const mayHold = judgeOf(ways, caseFields)
  const hidden = new Set<Step>()
  const isBelowHidden = ({ answers }: Way) => answers.some(({ question }) => hidden.has(question))
  for (const way of ways) {
    if (isBelowHidden(way) || (way.step.when !== null && !mayHold(way.conditions))) hidden.add(way.step)
  }
  const deadBranches = new Set<Option>()
  for (const way of ways) {
    const { step } = way
    const option = way.answers.at(-1)?.option
    if (isBelowHidden(way)) continue
    if (!hidden.has(step)) {
      lintIdle(way, mayHold, at, report)
    } else if (!option?.steps.every((one) => hidden.has(one))) {
      report.warn(at(step), 'unreachable-step', `This step is never shown: ${contradiction(way, mayHold)}.`, 'Correct the condition, or remove the step.')
    } else if (!deadBranches.has(option)) {
      deadBranches.add(option)
      const message = `Nothing below ${quoted(option.label)} is ever shown: ${contradiction(way, mayHold)}.`
      report.warn(at(option), 'dead-branch', message, 'Correct the conditions of its steps, or remove the steps.')
    }
  }
  return hidden
}

/** Judges conditions together with what the fields in them can be. */
function judgeOf(ways: readonly Way[], caseFields: readonly string[]): Judge {
  const steps = ways.map(({ step }) => step)
  const domains = new Map<string, Condition | null>()
  return (conditions) => {
    const fields = fieldsOf(all(conditions))
    for (const field of fields) if (!domains.has(field)) domains.set(field, domainOf(field, steps, caseFields))
    return canHold(all([...conditions, ...fields.flatMap((field) => domains.get(field) ?? [])]))
  }
}

function contradiction({ step, conditions }: Way, mayHold: Judge): string {
  const own = step.when!
  const words = quoted(printCondition(own))
  if (!canHold(own)) return `${words} can never hold`
  if (!mayHold([own])) return `${words} holds for nothing that the step which saves it takes`
  const against = conditions.find((above) => above !== own && !mayHold([above, own]))
  return `${words} cannot hold ${against ? `where ${quoted(printCondition(against))} holds` : 'under the conditions of the questions above'}`
}

function lintIdle({ step, conditions }: Way, mayHold: Judge, at: (thing: object) => Place, report: Report): void {
  if (step.when === null) return
  const opposite: Condition = { op: 'not', of: step.when }
  if (mayHold([...conditions.slice(0, -1), opposite])) return
  const why = canHold(opposite) ? 'it always holds where it stands' : 'it holds for every case'
  report.warn(at(step), 'idle-condition', `${quoted(printCondition(step.when))} decides nothing: ${why}.`, 'Remove the condition, or correct it.')
}

const all = (of: Condition[]): Condition => ({ op: 'and', of })
