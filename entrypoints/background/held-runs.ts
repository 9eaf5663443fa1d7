// What was closed on a site while it was switched off goes out once the site is on.
import { listHeldRuns, releaseRun } from '../../lib/db/held-runs.ts'
import { isShared } from './shared-case.ts'
import type { Worker } from './worker.ts'

/** Repeatable: whenever a site may have been switched on, by whomever. */
export async function sendHeldRuns(worker: Worker): Promise<void> {
  const { database, now, newId, highWater, loop } = worker
  let isAny = false
  for (const { id, caseKey } of await database.use(listHeldRuns)) {
    if (!(await isShared(worker, caseKey))) continue
    if (await database.use((db) => releaseRun(db, id, { id: newId(), now: now() }))) isAny = true
  }
  if (!isAny) return
  await highWater.keep().catch(() => undefined)
  void loop.send()
}
