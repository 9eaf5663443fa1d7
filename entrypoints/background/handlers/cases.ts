// The case on screen, and the text that the agent asks to put into its reply box.
import { htmlOf } from '../../../lib/domain/rich-html.ts'
import { InsertReply } from '../../../lib/schema/page.ts'
import { activeTab, viewCase } from '../case-view.ts'
import { order } from '../page-orders.ts'
import { planOf } from '../page-plan.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import type { Worker } from '../worker.ts'

/** Editors are slow to take many lines. */
const insertPatienceMs = 8000

export function caseHandlers(worker: Worker): Pick<Handlers, 'case.get' | 'snippet.insert'> {
  const { browser } = worker
  const tabOf = async (asked: number | null, own: number | null) => own ?? asked ?? (await activeTab(worker))?.id ?? null
  return {
    'case.get': async ({ tabId }, caller) => viewCase(worker, await tabOf(tabId, caller.tabId)),
    async 'snippet.insert'({ tabId, text, rich, cursorFromEnd = null, isInternal }, caller) {
      const target = await tabOf(tabId, caller.tabId)
      if (target === null) throw new Refusal('conflict', 'There is no page to insert into.')
      const { url } = await browser.tabs.get(target)
      const { reply, notes } = url ? await planOf(worker, target, url) : { reply: [], notes: [] }
      const insertion = { name: 'page.insert', text, reply, notes, isInternal, html: rich ? htmlOf(rich) : null, cursorFromEnd } as const
      const answer = InsertReply.safeParse(await order(browser.tabs, target, insertion, insertPatienceMs))
      if (answer.success) return { ...answer.data, text }
      return { arrived: false, text, reason: 'The page did not answer. Enable Handrail on this site, or reload the page.' }
    },
  }
}
