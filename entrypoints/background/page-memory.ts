// What the pages said, by tab: in memory only, never stored, dropped when the tab goes elsewhere. Losing it costs one more read.
import { createSaid, type SaidText } from '../../lib/domain/said.ts'
import type { PageReport } from '../../lib/schema/page.ts'

export interface Remembered {
  url: string
  /** All but the text. */
  report: PageReport
  /** Stays the same object while a page only adds to what it said, so that what was read of it is not read again. */
  text: SaidText
}

export interface PageMemory {
  /** Adds what the page said at this address to what it said before; answers the whole. */
  hear(tabId: number, url: string, report: PageReport): Remembered
  recall(tabId: number, url: string): Remembered | null
  /** Whether this differs from what was asked about this tab last time. */
  isNews(tabId: number, seen: string): boolean
  forget(tabId: number): void
}

export function createPageMemory(): PageMemory {
  const tabs = new Map<number, Remembered>()
  const lastSeen = new Map<number, string>()

  function recall(tabId: number, url: string): Remembered | null {
    const known = tabs.get(tabId)
    return known?.url === url ? known : null
  }

  return {
    hear(tabId, url, report) {
      const known = recall(tabId, url)
      const before = report.added ? known : null
      const isSame = known !== null && (report.added || known.text.pieces.join('') === report.text)
      const text = isSame ? known.text : createSaid(report.text)
      if (before) text.add(report.text)
      const whole = { url, text, report: { ...report, values: { ...before?.report.values, ...report.values }, text: '', added: false } }
      tabs.set(tabId, whole)
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
