// The case key of a page of which the browser tells nothing, not even its address: one for each document, as far as can be known.
// Kept in storage.session, so that it survives the worker and not the browser; what was escalated there stays under My escalations.
import type { Area } from '../../lib/browser.ts'
import { toHex } from '../../lib/domain/base64.ts'
import { createSerial } from './serially.ts'

export interface UnreadPages {
  /** `tabId` is null where there is no tab at all. */
  keyOf(tabId: number | null): Promise<string>
  /** The key that the document in this tab had while it could not be read. */
  knownKey(tabId: number): Promise<string | null>
  /** The tab shows another document, or is closed, or can be read now. */
  forget(tabId: number): Promise<void>
}

export function createUnreadPages(area: Area, random: (length: number) => Uint8Array): UnreadPages {
  // Two panels that ask at once must be told the same.
  const serially = createSerial()
  const placeOf = (tabId: number | null) => `unread-page:${tabId ?? 'none'}`

  async function knownKey(tabId: number | null): Promise<string | null> {
    const place = placeOf(tabId)
    const known = (await area.get(place))[place]
    return typeof known === 'string' ? known : null
  }

  return {
    knownKey: (tabId) => serially(() => knownKey(tabId)),
    keyOf: (tabId) =>
      serially(async () => {
        const known = await knownKey(tabId)
        if (known !== null) return known
        // The slash keeps it apart from every site profile's cases, and the missing protocol from every address.
        const key = `unread-page/${tabId ?? 'none'}-${toHex(random(8))}`
        await area.set({ [placeOf(tabId)]: key })
        return key
      }),
    forget: (tabId) => serially(() => area.remove(placeOf(tabId))),
  }
}
