// The panels as such: admitting a framed sidebar, the rail around it, and opening another surface.

import { tell } from '../page-orders.ts'
import { planOf } from '../page-plan.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { webOrigin } from '../tab-reading.ts'
import type { Worker } from '../worker.ts'

export function frameHandlers(worker: Worker): Pick<Handlers, 'frame.admit' | 'rail.close' | 'rail.set' | 'surface.open'> {
  const { browser, admission, sites, surfaces } = worker
  return {
    async 'frame.admit'({ token }, caller) {
      const documentId = caller.kind === 'frame' ? caller.documentId : caller.frame?.documentId
      if (caller.tabId === null || documentId === undefined) throw new Refusal('forbidden', 'Only a framed panel needs to be admitted.')
      const isAdmitted = await admission.admit({ token, tabId: caller.tabId, documentId }, worker.now())
      if (!isAdmitted) throw new Refusal('forbidden', 'This panel was not opened by you. Close it and open Handrail from its own button.')
      return { tabId: caller.tabId }
    },
    async 'rail.close'({ tabId }, caller) {
      const target = caller.tabId ?? tabId
      if (target !== null) await tell(browser.tabs, target, { name: 'page.close' })
      return {}
    },
    async 'rail.set'({ tabId, rail }, caller) {
      const target = caller.tabId ?? tabId
      const tab = target === null ? null : await browser.tabs.get(target).catch(() => null)
      const origin = webOrigin(tab?.url)
      if (target === null || !tab?.url || !origin) throw new Refusal('conflict', 'This tab shows no site that the rail could be set for.')
      const changed = await sites.setRail(origin, rail)
      await tell(browser.tabs, target, { name: 'page.plan', plan: await planOf(worker, target, tab.url) })
      worker.announce(['sites'])
      return changed
    },
    async 'surface.open'({ surface, tabId, path }, caller, opened) {
      const about = (caller.kind === 'sidebar' ? caller.tabId : null) ?? tabId
      if (surface === 'panel' && !(await opened)) await surfaces.openPanelTab(about)
      if (surface === 'tab') await surfaces.openPanelTab(about)
      if (surface === 'console' || surface === 'welcome') await surfaces.openPage(`/${surface}.html${hashOf(path)}`)
      return {}
    },
  }
}

/** A place inside the page, `/inbox/42` or `#/inbox/42`; anything else is no place. */
function hashOf(path: string): string {
  return /^#?\/[\w/-]*$/.test(path) && !path.includes('//') ? `#${path.replace('#', '')}` : ''
}
