// Which tab the panel is about. The side panel has none of its own and follows the tab in front of its window.
import type { Browser, Tab } from '../../lib/browser.ts'
import type { Place } from './surface.ts'

export function followTab({ surface, tabId }: Place, browser: Browser, onTab: (tab: Tab | null) => void): void {
  const read = (id: number) => browser.tabs.get(id).then(onTab, () => onTab(null))
  if (surface !== 'panel') {
    if (tabId !== null) void read(tabId)
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
