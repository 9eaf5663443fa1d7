// Which tab the panel is about. The side panel has none of its own and follows the tab in front of its window. A frame in a page of Firefox
// has no tabs to ask; the one around it was told when it was admitted.
import type { Browser, Tab } from '../../lib/browser.ts'
import type { Place } from './surface.ts'

export function followTab({ surface, tabId }: Place, browser: Browser, onTab: (tab: Tab | null) => void): void {
  const read = (id: number) => browser.tabs.get(id).then(onTab, () => onTab(null))
  if (surface !== 'panel') {
    if (tabId === null) return
    if (browser.tabs) void read(tabId)
    else onTab({ id: tabId, active: true, incognito: browser.extension?.inIncognitoContext === true })
    return
  }
  let inFront: number | undefined
  const readFront = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
    inFront = tab?.id
    onTab(tab ?? null)
  }
  browser.tabs.onActivated.addListener(() => void readFront())
  browser.tabs.onUpdated.addListener((id, change) => {
    if (id === inFront && (change.url !== undefined || change.title !== undefined || change.status === 'complete')) void read(id)
  })
  void readFront()
}
