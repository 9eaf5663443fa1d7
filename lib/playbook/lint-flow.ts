// Ways through a playbook that go wrong: questions without a choice, answers written twice, no way to finish, steps that nobody reaches.
import type { PlaybookDocument, Section, Step } from '../schema/playbook.ts'
import { lintEndings } from './lint-endings.ts'
import { lintJumps } from './lint-jumps.ts'
import { lintReach } from './lint-reach.ts'
import { lintSaved } from './lint-saved.ts'
import { fileStart, type Place, quoted, type Report } from './problem.ts'
import type { Reading } from './reading.ts'
import { waysTo } from './ways.ts'

type At = (thing: object) => Place

/** `caseFields`: names that the case may know by itself. */
export function lintFlow(document: PlaybookDocument, caseFields: readonly string[], start: Place, reading: Reading, report: Report): void {
  const at: At = (thing) => reading.places.get(thing) ?? fileStart
  const ways = waysTo(document.sections)
  const steps = ways.map(({ step }) => step)
  for (const section of document.sections) lintSection(section, at, report)
  for (const step of steps) lintAnswers(step, at, report)
  if (steps.length === 0) report.error(start, 'no-steps', 'The playbook has no steps.', 'Add a list of steps, such as "- [ ] Compare the photos".')
  else if (!steps.some((step) => step.kind === 'decide' || step.kind === 'escalate')) {
    report.warn(
      start,
      'no-ending',
      'The playbook neither decides nor escalates, so that nobody knows when it is finished.',
      'End it with [=] outcomes or a [!] step.',
    )
  }
  lintJumps(document.sections, steps, at, report)
  lintSaved(ways, caseFields, at, report)
  const hidden = lintReach(ways, caseFields, at, report)
  lintEndings(
    document.sections.flatMap((section) => section.steps),
    ways,
    hidden,
    at,
    report,
  )
}

function lintSection(section: Section, at: At, report: Report): void {
  if (section.steps.length > 0 || section.prose.length > 0) return
  report.warn(at(section), 'empty-section', `The section ${quoted(section.title)} is empty.`, 'Add steps or text, or remove the heading.')
}

function lintAnswers(step: Step, at: At, report: Report): void {
  if (step.kind === 'choice' && step.options.length < 2) {
    const count = step.options.length === 0 ? 'no options' : 'one option'
    report.error(at(step), 'few-options', `This question has ${count}.`, 'Add a nested bullet for each answer, two or more.')
  }
  const answers = step.kind === 'choice' ? step.options : step.kind === 'decide' ? step.outcomes : []
  const seen = new Set<string>()
  for (const answer of answers) {
    const words = answer.label.toLowerCase()
    if (seen.has(words)) report.warn(at(answer), 'duplicate-answer', `${quoted(answer.label)} stands here twice.`, 'Remove one, or say how the two differ.')
    seen.add(words)
  }
}
