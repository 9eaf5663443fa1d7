// Which of an agent's flags belong under a step. Small: every run on screen asks it.
import type { OwnFlag } from '../schema/flag.ts'

/** Own flags of one step (null: of the playbook as a whole) that are not ended, newest first. */
export function openFlagsOf(flags: readonly OwnFlag[], playbookId: string, stepId: string | null): OwnFlag[] {
  return flags.filter(
    ({ content, record }) => content.playbook.id === playbookId && content.stepId === stepId && !record?.answers.some(({ kind }) => kind !== 'looking'),
  )
}
