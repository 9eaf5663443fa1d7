// The page script's messages. Whatever it says is taken as said by a hostile page; it is told selectors and a count.
import { showBadge } from '../badge.ts'
import { isPersonNeeded, matchesOf } from '../case-view.ts'
import { planOf } from '../page-plan.ts'
import type { Handlers } from '../router.ts'
import { ownOrigin } from '../senders.ts'
import { noteHealth } from '../site-health.ts'
import { recallTab, webOrigin } from '../tab-reading.ts'
import type { Worker } from '../worker.ts'

export function pageHandlers(worker: Worker): Pick<Handlers, `page.${'hello' | 'report' | 'tools' | 'open' | 'rail'}`> {
  const { browser, pages, cases, surfaces } = worker
  return {
    async 'page.hello'(_request, { tabId, origin }) {
      const { url } = await browser.tabs.get(tabId)
      return url && webOrigin(url) === origin ? planOf(worker, tabId, url) : null
    },
    /** What a page says on its way out is not said of the site that comes after it. */
    async 'page.report'(report, { tabId, origin }) {
      const tab = await browser.tabs.get(tabId)
      if (!tab.url || webOrigin(tab.url) !== origin) return { matches: 0 }
      const reading = await recallTab(worker.reading, tab, pages.hear(tabId, tab.url, report))
      await cases.remember(reading.context)
      await noteHealth(worker, reading)
      const { shown: matches } = await matchesOf(worker, reading)
      await showBadge(browser.action, tabId, { matches: matches.length, waitsForPerson: await isPersonNeeded(worker, reading.context.key) })
      const { capturedAt: _, ...seen } = reading.context
      if (pages.isNews(tabId, JSON.stringify([seen, matches]))) worker.announce(['case'], tabId)
      return { matches: matches.length }
    },
    async 'page.tools'(_request, { tabId }) {
      await browser.scripting.executeScript({ target: { tabId }, files: ['/page-tools.js'] })
      return {}
    },
    async 'page.open'({ framed }, { tabId }, opened) {
      if (await opened) return null
      if (!framed) {
        await surfaces.openPanelTab(tabId)
        return null
      }
      const token = await worker.admission.issue(tabId, worker.now())
      return { token, url: browser.runtime.getURL('/sidebar.html'), origin: ownOrigin(browser.runtime) }
    },
    async 'page.rail'(rail, { origin }) {
      const changed = await worker.sites.setRail(origin, rail)
      worker.announce(['sites'])
      return changed
    },
  }
}
