// Where a case is, as it is kept with its runs and handed to a colleague: title, address without secrets, name of the site.
import { getWorked } from '../../lib/db/cases.ts'
import { listEscalations } from '../../lib/db/escalations.ts'
import { listHandovers } from '../../lib/db/handovers.ts'
import { listSites } from '../../lib/db/library.ts'
import { ownerOf } from '../../lib/db/session.ts'
import { maskPlace } from '../../lib/domain/mask.ts'
import { placeOf } from '../../lib/domain/my-cases.ts'
import type { CaseContext } from '../../lib/schema/case.ts'
import type { CasePlace } from '../../lib/schema/handover.ts'
import type { Worker } from './worker.ts'

type Sources = Pick<Worker, 'database' | 'cases'>

export async function placeOfCase({ database }: Pick<Worker, 'database'>, context: CaseContext): Promise<CasePlace> {
  const sites = context.siteId === null ? [] : await database.use(listSites)
  return maskPlace(placeOf(context, sites.find(({ id }) => id === context.siteId)?.name ?? null))
}

/** As it was read last, else as it was kept; null for a case that this device does not know. */
export async function findPlace(sources: Sources, key: string): Promise<CasePlace | null> {
  const seen = await sources.cases.recall(key)
  if (seen) return placeOfCase(sources, seen)
  return sources.database.use(async (db) => {
    const memberId = await ownerOf(db)
    const worked = await getWorked(db, memberId, key)
    if (worked) return worked.place
    const handed = (await listHandovers(db)).find(({ content }) => content.case.key === key)
    if (handed) return handed.content.case
    const escalated = (await listEscalations(db, memberId)).find(({ caseKey }) => caseKey === key)
    return escalated ? placeOf(escalated.content.case, null) : null
  })
}
