// Tabs that a person asked to be read by a click or a key, on sites that are switched off: there the grant of an earlier click, which the
// browser keeps, counts no more. In storage.session, by tab and origin; the oldest leave first.
import type { Area } from '../../lib/browser.ts'
import { z } from '../../lib/schema/z.ts'
import { createSerial } from './serially.ts'

const remembered = 50
const storageKey = 'gestures'
const Gestures = z.array(z.object({ tabId: z.int(), origin: z.string() }))
type Gestures = z.infer<typeof Gestures>

export type GestureMemory = ReturnType<typeof createGestureMemory>

export function createGestureMemory(area: Area) {
  const serially = createSerial()

  async function all(): Promise<Gestures> {
    const parsed = Gestures.safeParse((await area.get(storageKey))[storageKey])
    return parsed.success ? parsed.data : []
  }
  const change = (by: (known: Gestures) => Gestures) =>
    serially(async () => {
      const known = await all()
      const next = by(known)
      // At the cap a new gesture takes the place of the oldest: as many as before, and not the same.
      if (next.length !== known.length || next[0] !== known[0]) await area.set({ [storageKey]: next })
    })

  return {
    has: async (tabId: number, origin: string) => (await all()).some((known) => known.tabId === tabId && known.origin === origin),
    note: (tabId: number, origin: string) =>
      change((known) => (known.some((one) => one.tabId === tabId && one.origin === origin) ? known : [{ tabId, origin }, ...known].slice(0, remembered))),
    /** The site was switched off again. */
    forgetOrigin: (origin: string) => change((known) => known.filter((one) => one.origin !== origin)),
    /** The tab shows `origin` now, or nothing any more: the browser's grant ended with the site before. */
    leave: (tabId: number, origin: string | null) => change((known) => known.filter((one) => one.tabId !== tabId || one.origin === origin)),
  }
}
