// Open runs that follow a publish marked `apply-now`: moved in the transaction that brings the version, so that no run is ever left between two.
import { moveRun } from '../domain/migrate-run.ts'
import { demandOn } from '../domain/rollout.ts'
import type { PlaybookVersion } from '../schema/playbook.ts'
import { Run } from '../schema/run.ts'
import { whole } from './checked.ts'
import type { Tx } from './schema.ts'

/** Needs `playbooks`, `playbookVersions` and `runs` in the transaction. Answers whether a run moved. Repeatable. */
export async function moveOpenRuns(tx: Tx, playbookIds: readonly string[]): Promise<boolean> {
  const live = new Map<string, PlaybookVersion>()
  for (const id of playbookIds) {
    const playbook = await tx.objectStore('playbooks').get(id)
    if (playbook?.marks?.applyNow) live.set(id, playbook)
  }
  if (live.size === 0) return false
  let isMoved = false
  for (const run of whole(Run, await tx.objectStore('runs').getAll())) {
    const next = live.get(run.playbook.id)
    if (!next || run.closedAt !== null || demandOn(run.playbook.version, next) !== 'apply-now') continue
    const moved = follow(run, await tx.objectStore('playbookVersions').get([next.id, run.playbook.version]), next)
    if (!moved) continue
    await tx.objectStore('runs').put(moved)
    await tx.objectStore('playbookVersions').put(next)
    isMoved = true
  }
  return isMoved
}

/** Null for a run that has to be left as it is: without its own version nobody can say what the answers mean. */
function follow(run: Run, pinned: PlaybookVersion | undefined, next: PlaybookVersion): Run | null {
  if (!pinned) return null
  try {
    return moveRun(run, pinned.document, next, 'lead', { at: next.publishedAt, mayUndo: false })
  } catch {
    // One run that cannot be moved must not keep the rest of the feed away; its agent is still offered the move.
    return null
  }
}
