// A run with the version it is pinned to, whether the team works with another one by now, what that one asks of the run, and whether this
// member still has to confirm the version.
import { getPlaybook } from '../../lib/db/library.ts'
import { listReceipts } from '../../lib/db/receipts.ts'
import type { Db } from '../../lib/db/schema.ts'
import { getSession } from '../../lib/db/session.ts'
import { owesConfirmation, sinceFor } from '../../lib/domain/confirmation.ts'
import { demandOn } from '../../lib/domain/rollout.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { Run } from '../../lib/schema/run.ts'
import type { RunView } from '../../lib/schema/views.ts'

/** Null when its playbook version is not on this device any more. */
export async function viewRun(db: Db, run: Run): Promise<RunView | null> {
  const [playbook, live] = await Promise.all([getPlaybook(db, run.playbook.id, run.playbook.version), getPlaybook(db, run.playbook.id)])
  if (!playbook) return null
  const newer = live && live.version !== run.playbook.version ? live.version : null
  const confirm = run.closedAt === null && playbook.confirmFrom ? await confirmOn(db, playbook) : null
  return { run, playbook, newer, rollout: live && demandOn(run.playbook.version, live), confirm }
}

async function confirmOn(db: Db, playbook: PlaybookVersion): Promise<RunView['confirm']> {
  const member = (await getSession(db))?.member
  if (!member) return null
  const receipts = await listReceipts(db, member.id)
  return owesConfirmation(playbook, receipts, member.id) ? { since: sinceFor(playbook, true, receipts, member.joinedAt) } : null
}
