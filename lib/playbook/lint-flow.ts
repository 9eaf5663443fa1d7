// Ways through a playbook that go wrong: questions without a choice, no way to finish, steps that nobody reaches.
import type { PlaybookDocument, Step } from '../schema/playbook.ts'
import { fileStart, type Place, quoted, type Report } from './problem.ts'
import type { Reading } from './reading.ts'
import { allSteps } from './step-ids.ts'

export function lintFlow(document: PlaybookDocument, start: Place, reading: Reading, report: Report): void {
  const at = (thing: object) => reading.places.get(thing) ?? fileStart
  const steps = document.sections.flatMap((section) => allSteps(section.steps))
  for (const section of document.sections) {
    if (section.steps.length === 0 && section.prose.length === 0) {
      report.warn(at(section), 'empty-section', `The section ${quoted(section.title)} is empty.`, 'Add steps or text, or remove the heading.')
    }
  }
  for (const step of steps) {
    if (step.kind === 'choice' && step.options.length < 2) {
      const count = step.options.length === 0 ? 'no options' : 'one option'
      report.error(at(step), 'few-options', `This question has ${count}.`, 'Add a nested bullet for each answer, two or more.')
    }
  }
  if (steps.length === 0) report.error(start, 'no-steps', 'The playbook has no steps.', 'Add a list of steps, such as "- [ ] Compare the photos".')
  else if (!steps.some((step) => step.kind === 'decide' || step.kind === 'escalate')) {
    report.warn(
      start,
      'no-ending',
      'The playbook neither decides nor escalates, so that nobody knows when it is finished.',
      'End it with [=] outcomes or a [!] step.',
    )
  }
  lintAfterDecision(
    document.sections.flatMap((section) => section.steps),
    at,
    report,
  )
}

/** Steps of options are looked at within their option: the agent comes there by choosing it. */
function lintAfterDecision(steps: readonly Step[], at: (thing: object) => Place, report: Report): void {
  const decided = steps.findIndex((step) => step.kind === 'decide' && !step.optional && step.when === null)
  const after = decided < 0 ? undefined : steps[decided + 1]
  if (after) {
    report.warn(
      at(after),
      'after-decision',
      'This step comes after a decision that ends the case.',
      'Move it above the decision, or give the decision {optional} or a condition.',
    )
  }
  for (const step of steps) {
    if (step.kind === 'choice') for (const option of step.options) lintAfterDecision(option.steps, at, report)
  }
}
