// Which of an agent's flags belong under a step, and as what. Small: every run on screen asks it.
import type { OwnFlag } from '../schema/flag.ts'

/** Own flags of one step (null: of the playbook as a whole) that are not ended, newest first. */
export function openFlagsOf(flags: readonly OwnFlag[], playbookId: string, stepId: string | null): OwnFlag[] {
  return flags.filter(
    ({ content, record }) => content.playbook.id === playbookId && content.stepId === stepId && !record?.answers.some(({ kind }) => kind !== 'looking'),
  )
}

/** Nobody says when the undo seconds are over: with the hub away nothing else happens then. */
export function asOf(flag: OwnFlag, now: number): OwnFlag {
  return flag.local === 'held' && now >= flag.sendAfter ? { ...flag, local: 'queued' } : flag
}
