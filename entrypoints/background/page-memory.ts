// What the pages said, by tab: in memory only, never stored, dropped when the tab goes elsewhere. Losing it costs one more read.
import { limits } from '../../lib/schema/ids.ts'
import type { PageReport } from '../../lib/schema/page.ts'

interface Remembered {
  url: string
  report: PageReport
}

export interface PageMemory {
  /** Adds what the page said at this address to what it said before; answers the whole. */
  hear(tabId: number, url: string, report: PageReport): PageReport
  recall(tabId: number, url: string): PageReport | null
  /** Whether this differs from what was asked about this tab last time. */
  isNews(tabId: number, seen: string): boolean
  forget(tabId: number): void
}

export function createPageMemory(): PageMemory {
  const tabs = new Map<number, Remembered>()
  const lastSeen = new Map<number, string>()

  function recall(tabId: number, url: string): PageReport | null {
    const known = tabs.get(tabId)
    return known?.url === url ? known.report : null
  }

  return {
    hear(tabId, url, report) {
      const before = report.added ? recall(tabId, url) : null
      const text = before ? `${before.text}\n${report.text}`.slice(-limits.pageText) : report.text
      const whole: PageReport = { ...report, values: { ...before?.values, ...report.values }, text, added: false }
      tabs.set(tabId, { url, report: whole })
      return whole
    },
    recall,
    isNews(tabId, seen) {
      if (lastSeen.get(tabId) === seen) return false
      lastSeen.set(tabId, seen)
      return true
    },
    forget(tabId) {
      tabs.delete(tabId)
      lastSeen.delete(tabId)
    },
  }
}
