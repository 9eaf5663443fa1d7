// Opens Handrail's pages: the browser's side panel or sidebar, a tab, the console. Side panels open only inside a person's gesture, so
// these functions call the browser before anything is awaited.
import type { Browser, Sender, Tab } from '../../lib/browser.ts'
import { ownOrigin } from './senders.ts'

export type Surfaces = ReturnType<typeof createSurfaces>

export function createSurfaces(browser: Browser) {
  /** Chromium's side panel of the tab or Firefox's sidebar; false when the browser refused, such as without a gesture. */
  async function openPanel(tabId: number | undefined): Promise<boolean> {
    try {
      if (browser.sidePanel && tabId !== undefined) await browser.sidePanel.open({ tabId })
      else if (browser.sidebarAction) await browser.sidebarAction.open()
      else return false
      return true
    } catch {
      return false
    }
  }

  /** Brings a tab with this page to the front, or makes one. `path` such as `/console.html#/inbox/42`. */
  async function openPage(path: string): Promise<void> {
    const url = ownOrigin(browser.runtime) + path
    const page = url.split(/[?#]/)[0]!
    const open = (await browser.tabs.query({})).find((tab) => tab.url?.split(/[?#]/)[0] === page)
    if (open?.id === undefined) return void (await browser.tabs.create({ url }))
    await browser.tabs.update(open.id, open.url === url ? { active: true } : { active: true, url })
    if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true })
  }

  /** The sidebar as a tab of its own, still about the tab it was opened from. */
  const openPanelTab = (tabId: number | null) =>
    browser.tabs.create({ url: `${ownOrigin(browser.runtime)}/sidebar.html${tabId === null ? '' : `?tab=${tabId}`}` }).then(() => undefined)

  return { openPanel, openPage, openPanelTab, isFirefox: browser.sidebarAction !== null && browser.sidePanel === null }
}

/** Whether this message asks, with a person's click behind it, for the side panel; and of which tab. Who asks is checked later. */
export function panelWanted(message: unknown, sender: Sender): Tab['id'] | null {
  const { name, request } = (message ?? {}) as { name?: unknown; request?: { framed?: unknown; surface?: unknown; tabId?: unknown } }
  if (name === 'page.open' && request?.framed === false && sender.frameId === 0) return sender.tab?.id ?? null
  if (name !== 'surface.open' || request?.surface !== 'panel') return null
  return sender.tab?.id ?? (typeof request.tabId === 'number' ? request.tabId : null)
}
