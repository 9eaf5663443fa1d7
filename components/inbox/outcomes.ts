// The outcomes that a playbook offers for the decision, so that the lead rules in the words the team uses.
import type { PlaybookDocument, Step } from '../../lib/schema/playbook.ts'

function outcomesIn(steps: Step[]): string[] {
  return steps.flatMap((step) => {
    if (step.kind === 'decide') return step.outcomes.map(({ label }) => label)
    return step.kind === 'choice' ? step.options.flatMap((option) => outcomesIn(option.steps)) : []
  })
}

export function outcomesOf(document: PlaybookDocument): string[] {
  return [...new Set(document.sections.flatMap((section) => outcomesIn(section.steps)))]
}
