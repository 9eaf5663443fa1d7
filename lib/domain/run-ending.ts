// How a run ended, cut down to what a lead reads of it: the steps stay where they are.
import type { MemberRef } from '../schema/member.ts'
import type { Run, RunEnding } from '../schema/run.ts'

/** Null where it has not ended: it is open, or goes on with a colleague. */
export function endingOf({ id, playbook, closedAt, outcome, override, steps, wentTo }: Run, by: MemberRef): RunEnding | null {
  if (closedAt === null || wentTo) return null
  // A decision's reason that counted for the close, too, is the same words at the same instant.
  const decided = steps.flatMap((step) => (step.override && step.override.at !== override?.at ? [step.override] : []))
  return { runId: id, playbook, by, closedAt, outcome, ...(override ? { override } : {}), decided }
}
