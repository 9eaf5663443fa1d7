// What a version that the team works with now asks of a run that is open on another one. A stop wins over a move.
import type { PlaybookVersion } from '../schema/playbook.ts'
import type { Rollout, RolloutMarks } from '../schema/rollout.ts'

/** Null when `live` is not newer. Versions from before there were marks ask nothing. */
export function demandOn(version: number, live: Pick<PlaybookVersion, 'version' | 'marks'>): Rollout | null {
  if (live.version <= version) return null
  const { criticalStop = null, applyNow = null } = live.marks ?? {}
  if (criticalStop !== null && version < criticalStop) return 'critical-stop'
  return applyNow !== null && version < applyNow ? 'apply-now' : 'next-case'
}

/** The marks of the next version: those of the one before it, and its own. */
export function marksAfter(before: RolloutMarks | undefined, version: number, rollout: Rollout): RolloutMarks {
  return {
    applyNow: rollout === 'apply-now' ? version : (before?.applyNow ?? null),
    criticalStop: rollout === 'critical-stop' ? version : (before?.criticalStop ?? null),
  }
}
