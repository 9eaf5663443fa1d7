// Watches whether site profiles still read their pages. A page that says the same again costs nothing.
import { saveVisit } from '../../lib/db/site-health.ts'
import type { Visit } from '../../lib/domain/profile-health.ts'
import type { ReadName } from '../../lib/schema/site-health.ts'
import { failureOf } from './refusal.ts'
import type { TabReading } from './tab-reading.ts'
import type { Worker } from './worker.ts'

const mostCounted = 500
/** What was last counted of a case, so that live pages, and two tabs by turns, are not counted at each change. A new worker counts once more. */
const counted = new WeakMap<Worker, Map<string, string>>()

/** Only a page with a profile says anything of one. A failure to count never keeps a case from the screen. */
export async function noteHealth(worker: Worker, reading: TabReading): Promise<void> {
  const visit = visitOf(reading, worker.now())
  if (!visit) return
  const known = counted.get(worker) ?? new Map<string, string>()
  counted.set(worker, known)
  const place = `${visit.siteId}/${visit.page}/${visit.caseKey}`
  const said = JSON.stringify([visit.version, visit.read])
  if (known.get(place) === said) return
  if (known.size >= mostCounted) known.clear()
  known.set(place, said)
  try {
    const news = await worker.database.use((db) => saveVisit(db, visit, worker.newId))
    if (news.length > 0) void worker.loop.send()
  } catch (error) {
    failureOf(error, 'the health of a site profile')
  }
}

function visitOf({ context, sitePage, siteVersion }: TabReading, at: number): Visit | null {
  if (!sitePage || siteVersion === null || context.siteId === null) return null
  const names: ReadName[] = [...(sitePage.caseId.length > 0 ? (['id'] as const) : []), ...sitePage.fields.map(({ name }) => name)]
  if (names.length === 0) return null
  const has = (name: ReadName) => (name === 'id' ? context.caseId !== null : context.fields.some((field) => field.name === name))
  return { siteId: context.siteId, version: siteVersion, page: sitePage.name, caseKey: context.key, names, read: names.filter(has), at }
}
