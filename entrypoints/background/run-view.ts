// A run with the version it is pinned to, whether the team works with another one by now, and what that one asks of the run.
import { getPlaybook } from '../../lib/db/library.ts'
import type { Db } from '../../lib/db/schema.ts'
import { demandOn } from '../../lib/domain/rollout.ts'
import type { Run } from '../../lib/schema/run.ts'
import type { RunView } from '../../lib/schema/views.ts'

/** Null when its playbook version is not on this device any more. */
export async function viewRun(db: Db, run: Run): Promise<RunView | null> {
  const [playbook, live] = await Promise.all([getPlaybook(db, run.playbook.id, run.playbook.version), getPlaybook(db, run.playbook.id)])
  if (!playbook) return null
  return { run, playbook, newer: live && live.version !== run.playbook.version ? live.version : null, rollout: live && demandOn(run.playbook.version, live) }
}
