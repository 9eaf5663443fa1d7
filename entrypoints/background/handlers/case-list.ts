// The cases of this member: listing them, and going to one in its tab or by its link.
import type { Tab } from '../../../lib/browser.ts'
import { listWorked } from '../../../lib/db/cases.ts'
import { listEscalations } from '../../../lib/db/escalations.ts'
import { listHandovers } from '../../../lib/db/handovers.ts'
import { ownerOf } from '../../../lib/db/session.ts'
import { cleanUrl } from '../../../lib/domain/case-key.ts'
import { maskUrl } from '../../../lib/domain/mask.ts'
import { myCases } from '../../../lib/domain/my-cases.ts'
import type { CasePlace } from '../../../lib/schema/handover.ts'
import { findPlace } from '../case-place.ts'
import { bringToFront } from '../notification-click.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { recallTab, webOrigin } from '../tab-reading.ts'
import type { Worker } from '../worker.ts'

export function caseListHandlers(worker: Worker): Pick<Handlers, 'case.list' | 'case.open'> {
  const { browser, database, now, pages } = worker

  /** The tab that was read as this case, or shows its address. */
  async function tabOf({ key, url }: CasePlace): Promise<Tab | null> {
    for (const tab of await browser.tabs.query({})) {
      if (tab.id === undefined || !tab.url || !webOrigin(tab.url)) continue
      const known = pages.recall(tab.id, tab.url)
      const isRead = known !== null && (await recallTab(worker.reading, tab, known)).context.key === key
      if (isRead || (url !== '' && maskUrl(cleanUrl(tab.url)).text === url)) return tab
    }
    return null
  }

  return {
    'case.list': () =>
      database.use(async (db) => {
        const memberId = await ownerOf(db)
        const at = now()
        const [worked, escalations, handovers] = await Promise.all([listWorked(db, memberId, at), listEscalations(db, memberId), listHandovers(db)])
        return myCases({ memberId, worked, escalations, handovers, now: at })
      }),
    async 'case.open'({ key }) {
      const place = await findPlace(worker, key)
      if (!place) throw new Refusal('conflict', 'This case is not on this device any more.')
      const here = await tabOf(place)
      if (here) await bringToFront(browser, here)
      // Whoever wrote the address, a colleague or a page: nothing but a web page is opened.
      else if (!webOrigin(place.url))
        throw new Refusal('conflict', 'The address of this case is not known, so it cannot be opened. Find it where you work on cases.')
      const tab = here ?? (await browser.tabs.create({ url: place.url }))
      return { tabId: tab.id! }
    },
  }
}
