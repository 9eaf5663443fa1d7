// Tells every open page of ours what moved, without a record: pages ask again. Nobody listening is fine.
import type { Browser } from '../../lib/browser.ts'
import type { Changed, Collection } from '../../lib/messages/protocol.ts'

export type Announce = (collections: Collection[], tabId?: number) => void

export function createAnnounce({ runtime, tabs, sidebarAction }: Browser): Announce {
  /** Firefox takes a frame in a page for a part of its tab: there it hears what is said to the tab, and nothing else. Other tabs have no address for us. */
  async function tellFrames(changed: Changed) {
    for (const { id, url } of await tabs.query({})) if (url) tabs.sendMessage(id!, changed).catch(() => undefined)
  }
  return (collections, tabId) => {
    const changed: Changed = { name: 'changed', collections, tabId: tabId ?? null }
    runtime.sendMessage(changed).catch(() => undefined)
    // The other builds leave out what is Firefox's.
    if (import.meta.env.FIREFOX !== false && sidebarAction) void tellFrames(changed)
  }
}
