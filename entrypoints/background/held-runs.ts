// What was closed on a site while it was switched off goes out once the site is on.
import { listHeldRuns, releaseRun } from '../../lib/db/held-runs.ts'
import { isShared } from './shared-case.ts'
import type { Worker } from './worker.ts'

/** Repeatable; answers whether anything waits to be sent now. */
export async function releaseHeldRuns(worker: Worker): Promise<boolean> {
  const { database, now, newId } = worker
  let isAny = false
  for (const { id, caseKey } of await database.use(listHeldRuns)) {
    if (!(await isShared(worker, caseKey))) continue
    if (await database.use((db) => releaseRun(db, id, { id: newId(), now: now() }))) isAny = true
  }
  if (isAny) await worker.highWater.keep().catch(() => undefined)
  return isAny
}
