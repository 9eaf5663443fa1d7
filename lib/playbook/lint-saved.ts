// Saved inputs that a condition uses where nobody was asked for them: too early, or below another answer.
import { fieldsOf } from './condition-fields.ts'
import type { Place, Report } from './problem.ts'
import { areApart, type Way } from './ways.ts'

/** `caseFields`: what the case itself may say under the same name. */
export function lintSaved(ways: readonly Way[], caseFields: readonly string[], at: (thing: object) => Place, report: Report): void {
  for (const [index, way] of ways.entries()) {
    for (const field of fieldsOf(way.step.when)) {
      const savers = ways.filter(({ step }) => step.kind === 'input' && step.save === field)
      if (savers.length === 0 || caseFields.includes(field)) continue
      const reachable = savers.filter((saver) => !areApart(saver, way))
      if (reachable.length === 0) {
        const message = `The condition uses "${field}", which is asked for only below another answer.`
        report.warn(at(way.step), 'other-branch', message, 'Ask for it above the question, or move this step to the answer that asks for it.')
      } else if (!reachable.some((saver) => ways.indexOf(saver) < index)) {
        const message = `The condition uses "${field}" before the step that asks for it.`
        report.warn(at(way.step), 'early-field', message, 'Move the step that saves it above this one.')
      }
    }
  }
}
