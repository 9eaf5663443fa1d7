// The steps of two versions side by side, for who has to know what became of each, and not how to tell of it.
import type { PlaybookDocument, Step } from '../schema/playbook.ts'
import { changesOf, type StepChange } from './step-changes.ts'
import { matchSteps, type StepMatch, type StepPair } from './step-match.ts'

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
  const match = matchSteps(before, after)
  const now = new Map([...match.pairs.values()].map((pair) => [pair.before, pair]))
  return match.before.steps.map((step) => {
    const pair = now.get(step)
    return pair ? { ...pair, changes: changesIn(match, pair) } : { before: step, after: null, changes: [] }
  })
}

/** A jump that leads to the same step under another id leads where it led. */
export function changesIn({ pairs }: StepMatch, { before, after }: StepPair): StepChange[] {
  if (before.kind !== 'jump' || after.kind !== 'jump') return changesOf(before, after)
  const target = pairs.get(after.to)
  return changesOf(target?.before.id === before.to ? { ...before, to: after.to } : before, after)
}
