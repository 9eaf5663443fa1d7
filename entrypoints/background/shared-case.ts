// May what was done on a case leave this device by itself? Only where the case's site is switched on: runs and receipts say where one was.
import { listSites } from '../../lib/db/library.ts'
import { profilesOf } from '../../lib/domain/site.ts'
import { webOrigin } from './tab-reading.ts'
import type { Worker } from './worker.ts'

type Sources = Pick<Worker, 'cases' | 'database' | 'sites'>

/** In turn, until one is. */
export async function isAnyShared(sources: Sources, caseKeys: string[]): Promise<boolean> {
  for (const caseKey of caseKeys) if (await isShared(sources, caseKey)) return true
  return false
}

/** A case that was not seen lately is known by its key: an address, or a profile whose site is on. */
export async function isShared({ cases, database, sites }: Sources, caseKey: string): Promise<boolean> {
  const origin = webOrigin((await cases.recall(caseKey))?.url) ?? webOrigin(caseKey)
  if (origin) return sites.isEnabled(origin)
  const siteId = caseKey.slice(0, Math.max(caseKey.indexOf(':'), 0))
  const [states, profiles] = await Promise.all([sites.list(), database.use(listSites)])
  return states.some((state) => state.enabled && state.granted && profilesOf(profiles, state.origin).some(({ id }) => id === siteId))
}
