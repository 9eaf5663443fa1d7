// The records of a run: put in place of one another with a way back, and taken back again. What a record may say is not decided here.
import { limits } from '../schema/ids.ts'
import type { Run, StepRecord } from '../schema/run.ts'
import { RunFault } from './run-fault.ts'

export function refuseClosed({ closedAt }: Run): void {
  if (closedAt !== null) throw new RunFault('This run is closed. Reopen it to change a step.')
}

/** The run with this record of a step, or without any, and the change among those that can be taken back. */
export function withRecord(run: Run, stepId: string, record: StepRecord | null, now: number): Run {
  const index = run.steps.findIndex((one) => one.stepId === stepId)
  const others = run.steps.filter((one) => one.stepId !== stepId)
  const change = { stepId, before: run.steps[index] ?? null, index, at: now }
  return { ...run, updatedAt: now, steps: record ? [...others, record] : others, undo: [...(run.undo ?? []), change].slice(-limits.undo) }
}

/**
 * The answers as they were before the last change: answers, skips, choices and evidence alike. Asked for a change that is not the last one
 * (any more), it changes nothing, so that asking twice undoes once. Throws `RunFault` when the run is closed.
 */
export function undoChange(run: Run, change: { stepId: string; at: number }, now: number): Run {
  const last = run.undo?.at(-1)
  if (!last || last.stepId !== change.stepId || last.at !== change.at) return run
  refuseClosed(run)
  const steps = run.steps.filter(({ stepId }) => stepId !== last.stepId)
  if (last.before) steps.splice(last.index, 0, last.before)
  return { ...run, updatedAt: now, steps, undo: run.undo?.slice(0, -1) }
}
