// What every kind of step is given, and how its row is told what happened to it.
import type { StepKind, StepOf } from '../../lib/schema/playbook.ts'
import type { StepChange, StepRecord } from '../../lib/schema/run.ts'

/** A change without the step's id, which the row adds. */
export type StepAnswer = Omit<StepChange, 'stepId'>

/** What the body of a step can ask of its row. */
export interface StepActs {
  answer: (answer: StepAnswer) => void
  /** False while the step could not be done for want of its evidence: the row says so and goes to the field. Ask before anything leaves. */
  maySend: () => boolean
}

export interface StepProps<K extends StepKind> {
  step: StepOf<K>
  record: StepRecord | null
  /** The step being worked on: shows all it has. */
  isCurrent: boolean
  isClosed: boolean
  onAnswer: (answer: StepAnswer) => void
  /** A `playbook:` link in the words of the step was followed. */
  onPlaybook: (playbookId: string) => void
}

/** Whether the last change of a step reached the worker. `failed` keeps the change, so that it can be tried again. */
export type StepSave = { state: 'saving' | 'saved' } | { state: 'failed'; message: string; change: StepChange }
