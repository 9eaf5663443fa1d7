// The case on screen, and the text that the agent asks to put into its reply box.
import { listSites } from '../../../lib/db/library.ts'
import { htmlOf } from '../../../lib/domain/rich-html.ts'
import { findPage } from '../../../lib/domain/site.ts'
import { InsertReply } from '../../../lib/schema/page.ts'
import { activeTab, viewCase } from '../case-view.ts'
import { order } from '../page-orders.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import type { Worker } from '../worker.ts'

/** Editors are slow to take many lines. */
const insertPatienceMs = 8000

export function caseHandlers(worker: Worker): Pick<Handlers, 'case.get' | 'snippet.insert'> {
  const { browser, database } = worker
  const tabOf = async (asked: number | null, own: number | null) => own ?? asked ?? (await activeTab(worker))?.id ?? null
  return {
    'case.get': async ({ tabId }, caller) => viewCase(worker, await tabOf(tabId, caller.tabId)),
    async 'snippet.insert'({ tabId, text, rich, cursorFromEnd = null, isInternal }, caller) {
      const target = await tabOf(tabId, caller.tabId)
      if (target === null) throw new Refusal('conflict', 'There is no page to insert into.')
      const { url } = await browser.tabs.get(target)
      const page = findPage(await database.use(listSites), url ?? '')?.page
      const boxes = { reply: page?.reply ?? [], notes: page?.notes ?? [] }
      const insertion = { name: 'page.insert', text, ...boxes, isInternal, html: rich ? htmlOf(rich) : null, cursorFromEnd } as const
      const answer = InsertReply.safeParse(await order(browser.tabs, target, insertion, insertPatienceMs))
      if (answer.success) return { ...answer.data, text }
      return { arrived: false, text, reason: 'The page did not answer. Enable Handrail on this site, or reload the page.' }
    },
  }
}
