// How long a step was worked on. Simple on purpose, so that a lead can say what the number means.
import type { Run } from '../schema/run.ts'

/** A longer pause is no work on the step: of it, this much counts. */
export const idleMs = 10 * 60_000

/**
 * Milliseconds from the last answer to another step of the run, or from the start of the run, to `now`; `idleMs` at most, and never below
 * nothing, whatever the clock was set to.
 */
export function workedMs(run: Pick<Run, 'startedAt' | 'steps'>, stepId: string, now: number): number {
  const answers = run.steps.filter((record) => record.stepId !== stepId && record.state !== 'open').map(({ at }) => at)
  const since = Math.max(run.startedAt, ...answers)
  return Math.min(Math.max(0, now - since), idleMs)
}
