// Evidence and time on a step, in few words.
import { idleMs } from '../../lib/domain/step-time.ts'
import type { Proof } from '../../lib/schema/proof.ts'
import type { StepRecord } from '../../lib/schema/run.ts'

const kinds: [Proof['kind'], string, string][] = [
  ['note', 'note', 'notes'],
  ['link', 'link', 'links'],
  ['selection', 'selection', 'selections'],
  ['screenshot', 'picture', 'pictures'],
]

/** "1 note, 2 pictures"; empty where there is nothing. */
export function proofTally(record: Pick<StepRecord, 'proofs' | 'evidence'> | null): string {
  const { proofs = [], evidence } = record ?? {}
  const parts = kinds.map(([kind, one, many]) => {
    const count = proofs.filter((proof) => proof.kind === kind).length + (kind === 'note' && evidence !== undefined ? 1 : 0)
    return count === 0 ? null : `${count} ${count === 1 ? one : many}`
  })
  return parts.filter((part) => part !== null).join(', ')
}

/** "12 s", "3 min", and of a longer pause only that it was one. */
export function tookWords(tookMs: number): string {
  if (tookMs >= idleMs) return `${idleMs / 60_000} min or more`
  return tookMs < 60_000 ? `${Math.max(1, Math.round(tookMs / 1000))} s` : `${Math.round(tookMs / 60_000)} min`
}

/** What the number means, beside it. */
export const tookMeaning = `Time since the answer to the step before, or since the start. Of a longer pause ${idleMs / 60_000} minutes count.`

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
export const clockOf = (at: number) => clock.format(at)
