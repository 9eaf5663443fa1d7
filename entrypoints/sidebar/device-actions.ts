// What concerns this device and this rail rather than the case: surfaces, settings, sites, unsent items, inserting text.
import type { InsertOutcome } from '../../components/snippet/InsertNote.tsx'
import type { Reply } from '../../components/snippet/snippet-desk.ts'
import { copyText, saveFile } from '../../components/ui/hand-out.ts'
import type { Browser } from '../../lib/browser.ts'
import { hostPattern } from '../../lib/messages/host-pattern.ts'
import type { RailSettings } from '../../lib/schema/page.ts'
import type { Settings } from '../../lib/schema/settings.ts'
import { type Desk, sentenceOf } from './state.ts'

const pasteKeys = /mac/i.test(navigator.userAgent) ? 'Cmd+V' : 'Ctrl+V'

export function createDeviceActions({ client, get, set }: Desk, browser: Browser) {
  const tab = () => ({ tabId: get().tabId })
  const isFirefox = browser.runtime.getURL('/').startsWith('moz-extension:')

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (cause) {
      set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      return false
    }
  }

  return {
    refuse: (reason: string) => set({ notice: { text: reason, tone: 'amber', offersPanel: true } }),
    /** Firefox opens its sidebar for a click of its own page only, never for a message that tells of one. */
    open: (surface: 'panel' | 'tab' | 'console' | 'welcome', path = '') =>
      attempt(async () =>
        surface === 'panel' && browser.sidebarAction ? browser.sidebarAction.open() : client.send('surface.open', { surface, ...tab(), path }),
      ),
    /** False in a frame in a page of Firefox: from there nothing but the toolbar's button or a key opens the sidebar. */
    mayOpenPanel: (browser.sidePanel ?? browser.sidebarAction) !== null,
    closeRail: () => attempt(() => client.send('rail.close', tab())),
    setRail: (rail: Partial<RailSettings>) => attempt(() => client.send('rail.set', { ...tab(), rail })),
    setSettings: (change: Partial<Settings>) => attempt(async () => set({ settings: await client.send('settings.set', change) })),
    /** Must be called in the click itself: the browser shows its question only then. */
    async enableSite(origin: string) {
      try {
        const isGranted = await browser.permissions.request({ origins: [hostPattern(origin, browser.runtime.getURL('/'))] })
        if (!isGranted) return set({ enableFault: 'The browser was not allowed to. Nothing changed; the panel still works beside this page.' })
        await client.send('site.enable', { origin })
        set({ enableFault: null })
      } catch (cause) {
        set({ enableFault: sentenceOf(cause) })
      }
    },
    disableSite: (origin: string) => attempt(() => client.send('site.disable', { origin })),
    /** Answers which place the text reached to use it from. */
    async insert({ text, rich, cursorFromEnd, isInternal = false }: Reply): Promise<InsertOutcome['at']> {
      let outcome: InsertOutcome
      try {
        const result = await client.send('snippet.insert', { ...tab(), text, rich, cursorFromEnd, isInternal })
        outcome = result.arrived
          ? { at: 'reply', field: result.field ?? '', box: result.box, isInternal }
          : await toClipboard(result.text || text, result.reason)
      } catch (cause) {
        outcome = await toClipboard(text, sentenceOf(cause))
      }
      set({ insert: outcome })
      return outcome.at
    },
    /** Null in Firefox, which opens its page of shortcuts for nobody by its address. */
    openShortcuts: isFirefox ? null : () => void attempt(() => browser.tabs.create({ url: 'chrome://extensions/shortcuts' })),
    dismissInsert: () => set({ insert: null }),
    exportUnsent: () =>
      attempt(async () => {
        const { fileName, json } = await client.send('outbox.export', {})
        saveFile(fileName, json, 'application/json')
      }),
    copyUnsent: () =>
      attempt(async () => {
        const { text, count } = await client.send('outbox.export', {})
        const isCopied = await copyText(text)
        const what = count === 1 ? 'One unsent item is' : `${count} unsent items are`
        set({
          notice: isCopied
            ? { text: `${what} on the clipboard. Paste it to your lead.`, tone: 'plain' }
            : { text: 'The browser refused the clipboard. Use Export unsent.', tone: 'amber' },
        })
      }),
    retry: () => attempt(async () => set({ status: await client.send('outbox.retry', {}) })),
    putAway: (what: 'refused' | 'lost') => attempt(async () => set({ status: await client.send('outbox.dismiss', { what }) })),
    diagnostics: () =>
      attempt(async () => {
        const { fileName, text } = await client.send('diagnostics.get', {})
        saveFile(fileName, text, 'text/plain')
      }),
  }
}

async function toClipboard(text: string, reason: string): Promise<InsertOutcome> {
  return (await copyText(text)) ? { at: 'clipboard', reason, pasteKeys } : { at: 'nowhere', reason, text }
}
