// Evidence made less before it is sent: words masked in it, a picture cut or blacked out. What it was stays nowhere in the run, and what has
// left this device is not changed any more.
import type { Instant } from '../schema/ids.ts'
import type { Proof } from '../schema/proof.ts'
import type { Run } from '../schema/run.ts'
import { isSame } from './canonical-json.ts'
import { RunFault } from './run-fault.ts'

/** Ids are unique: a record that holds one names it, wherever it does. */
export const namesProof = (record: object, { id }: Proof): boolean => JSON.stringify(record).includes(id)

/** Of evidence that an edit came too late for. */
export const tooLate = 'This evidence was sent or changed meanwhile. Nothing was saved; look at it again.'

/** With a run that was closed since and opened again, or that came from a colleague. */
export const wentWithRun = ({ at }: Proof, { reopenedAt = 0, cameFrom }: Run): boolean => at <= Math.max(reopenedAt, cameFrom?.at ?? 0)

/** Whether it is sent, or held for the undo seconds; `own` are the escalations of this device. */
export const hasLeft = (proof: Proof, run: Run, own: readonly { local: string }[]): boolean =>
  wentWithRun(proof, run) || own.some((one) => one.local !== 'undone' && namesProof(one, proof))

/** Also in what a way back would bring again. Throws `RunFault` when the run is closed or does not hold `before` as it is, and when that went already. */
export function editProof(run: Run, before: Proof, after: Proof, now: Instant): Run {
  let isHeld = false
  const edited = JSON.parse(JSON.stringify(run), (_, value) => {
    if (value?.id !== before.id) return value
    isHeld = isSame(value, before)
    return after
  })
  if (run.closedAt !== null || !isHeld || wentWithRun(before, run)) throw new RunFault(tooLate)
  return { ...edited, updatedAt: now }
}
