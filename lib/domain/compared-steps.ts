// The steps of two versions side by side, for who has to know what became of each, and not how to tell of it.
import type { PlaybookDocument, Step } from '../schema/playbook.ts'
import { changesOf, type StepChange } from './step-changes.ts'
import { matchSteps } from './step-match.ts'

export interface ComparedStep {
  /** Null for a new step. */
  before: Step | null
  /** Null for a step that was removed. */
  after: Step | null
  /** Empty for a step that is as it was. */
  changes: StepChange[]
}

/** Every step of the earlier version once. Where a step stands is left out. */
export function compareSteps(before: PlaybookDocument, after: PlaybookDocument): ComparedStep[] {
  const { pairs, before: placed } = matchSteps(before, after)
  const now = new Map([...pairs.values()].map((pair) => [pair.before, pair.after]))
  return placed.steps.map((step) => {
    const later = now.get(step) ?? null
    return { before: step, after: later, changes: later ? changesOf(step, later) : [] }
  })
}
