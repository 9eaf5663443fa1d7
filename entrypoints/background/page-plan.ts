// What the page script is told: selectors and labels from the site's profile, how the rail sits, a count. Never terms, never policy.
import { listSites } from '../../lib/db/library.ts'
import { findPage, planReads } from '../../lib/domain/site.ts'
import type { PagePlan } from '../../lib/schema/page.ts'
import { defaultRail } from '../../lib/schema/settings.ts'
import { matchesOf } from './case-view.ts'
import { tell } from './page-orders.ts'
import { recallTab, webOrigin } from './tab-reading.ts'
import type { Worker } from './worker.ts'

export async function planOf(worker: Worker, tabId: number, url: string): Promise<PagePlan> {
  const { database, sites, pages, reading, browser } = worker
  const page = findPage(await database.use(listSites), url)?.page ?? null
  const state = await sites.find(webOrigin(url) ?? '')
  const known = pages.recall(tabId, url)
  const matches = known ? (await matchesOf(worker, await recallTab(reading, await browser.tabs.get(tabId), known))).shown : []
  return {
    reads: page ? planReads(page) : [],
    textSelector: page?.text ?? null,
    rail: state?.rail ?? defaultRail,
    matches: matches.length,
    label: 'Open Handrail',
  }
}

/** Open pages hear what they are to read from now on. A tab that goes away meanwhile needs nothing. */
export async function replan(worker: Worker): Promise<void> {
  const { tabs } = worker.browser
  const tellPlan = async (id: number, url: string) => tell(tabs, id, { name: 'page.plan', plan: await planOf(worker, id, url) })
  await Promise.allSettled((await tabs.query({})).map(({ id, url }) => webOrigin(url) && tellPlan(id!, url!)))
}
