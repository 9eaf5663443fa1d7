// What the notices about versions are given: the versions that were looked up, and what an agent can do about the one the run is on.
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { RunView } from '../../lib/schema/views.ts'

export interface Moving {
  /** Of this run's playbook, by version; a missing one is still being asked for. */
  versions: Record<number, PlaybookVersion>
  /** Answers whether the version is here now. */
  onLook: (version: number) => Promise<boolean>
  onMove: (version: number) => void
  onStay: () => void
  onSeen: () => void
}

export function isStopped({ run, newer, rollout }: RunView): boolean {
  return run.closedAt === null && newer !== null && rollout === 'critical-stop'
}
