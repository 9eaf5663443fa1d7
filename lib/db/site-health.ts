// How well profiles read their sites: what this device counts and tells, and what leads were told of all devices.
import { noteVisit, type Visit } from '../domain/profile-health.ts'
import { type HealthNews, PageHealth, SiteFault } from '../schema/site-health.ts'
import { z } from '../schema/z.ts'
import { checked, whole } from './checked.ts'
import { storeCommand } from './outbox.ts'
import type { AnyTx, Db, MetaKey, Tx } from './schema.ts'
import { readSession } from './session.ts'
import { read, write } from './transact.ts'

const healthKey = 'siteHealth' satisfies MetaKey
const faultsKey = 'siteFaults' satisfies MetaKey
const Pages = z.record(z.string(), PageHealth)

/** Counts the visit, and saves what there is to tell with the command that tells it. Answers what was told. */
export function saveVisit(db: Db, visit: Visit, newId: () => string): Promise<HealthNews[]> {
  return write(db, ['meta', 'outbox'], async (tx) => {
    const session = await readSession(tx)
    if (session?.state !== 'active') return []
    const pages = checked(Pages, await tx.objectStore('meta').get(healthKey)) ?? {}
    const key = `${visit.siteId}/${visit.page}`
    const { health, news } = noteVisit(pages[key] ?? null, visit)
    await tx.objectStore('meta').put({ ...pages, [key]: health }, healthKey)
    for (const body of news) await storeCommand(tx, { id: newId(), route: 'siteHealth', params: { id: visit.siteId }, body, now: visit.at })
    return news
  })
}

export function listSiteFaults(db: Db): Promise<SiteFault[]> {
  return read(db, ['meta'], readFaults)
}

/** Needs `meta` in the transaction. */
export async function storeFaults(tx: Tx, faults: SiteFault[]): Promise<void> {
  await tx.objectStore('meta').put(faults, faultsKey)
}

/** The newest word on each field. Needs `meta` in the transaction. */
export async function storeFault(tx: Tx, fault: SiteFault): Promise<void> {
  const others = (await readFaults(tx)).filter((one) => !(one.siteId === fault.siteId && one.page === fault.page && one.field === fault.field))
  await storeFaults(tx, [...others, fault])
}

async function readFaults(tx: AnyTx): Promise<SiteFault[]> {
  const kept: unknown = await tx.objectStore('meta').get(faultsKey)
  return Array.isArray(kept) ? whole(SiteFault, kept) : []
}
