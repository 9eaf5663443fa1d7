// Tells every open page of ours what moved, without a record: pages ask again. Nobody listening is fine.
import type { Browser } from '../../lib/browser.ts'
import type { Changed, Collection } from '../../lib/messages/protocol.ts'

export type Announce = (collections: Collection[], tabId?: number) => void

export function createAnnounce(runtime: Browser['runtime']): Announce {
  return (collections, tabId) => {
    const changed: Changed = { name: 'changed', collections, tabId: tabId ?? null }
    runtime.sendMessage(changed).catch(() => undefined)
  }
}
