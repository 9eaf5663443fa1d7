// What Firefox draws around pages, pressed from inside the browser's own window: its question about a site, the toolbar's button, the sidebar,
// the context menu and the keys of commands. WebDriver BiDi reaches none of them; it drives the sidebar's page once it is told of it.
import { until } from '../../demo/stage/rail.ts'
import { firefoxId } from '../../lib/identity.ts'
import { type FirefoxPage, pageOf, type Send } from './firefox-page.ts'

export interface FirefoxWindow {
  /** Presses this button of the browser's own question, and answers what it asked. */
  answerPrompt(label: 'Allow' | 'Deny'): Promise<string>
  pressToolbarButton(): Promise<void>
  /** Where the toolbar's button stands: the id of a toolbar. */
  buttonPlace(): Promise<string | null>
  isSidebarOpen(): Promise<boolean>
  /** The panel in the sidebar that is open. */
  sidebar(): Promise<FirefoxPage>
  /** Alt, Shift and this letter, as the keyboard sends them to the page in front. */
  pressKey(letter: string): Promise<void>
  /** A right click on the page at `place`, then the item of ours. */
  chooseFromMenu(page: FirefoxPage, place: { x: number; y: number }, label: string): Promise<void>
}

const widget = firefoxId.replace(/[^a-z0-9]/g, '_')

export async function windowOf(send: Send): Promise<FirefoxWindow> {
  const { contexts } = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as { contexts: { context: string }[] }
  const { evaluate } = pageOf(send, contexts[0]!.context)
  const isOpen = () => evaluate<boolean>('SidebarController.isOpen')
  return {
    async answerPrompt(label) {
      const notification = 'PopupNotifications.panel.firstElementChild'
      await until(() => evaluate<boolean>(`PopupNotifications.panel.state === 'open' && !!${notification}?.button`), 'the browser’s question')
      const asked = await evaluate<string>('PopupNotifications.panel.textContent')
      const button = `[${notification}.button, ${notification}.secondaryButton].find((button) => button.label === ${JSON.stringify(label)})`
      // It takes no click in its first moments, so a person may have to press again.
      await until(async () => {
        await evaluate(`PopupNotifications.panel.state === 'open' && ${button}.click()`)
        return evaluate<boolean>(`PopupNotifications.panel.state === 'closed'`)
      }, 'an answer that is taken')
      return asked
    },
    async pressToolbarButton() {
      await evaluate(`document.getElementById('${widget}-BAP').click()`)
    },
    buttonPlace: () => evaluate(`document.getElementById('${widget}-BAP')?.closest('toolbar')?.id`),
    isSidebarOpen: isOpen,
    async sidebar() {
      await until(isOpen, 'the sidebar')
      // A sidebar is no tab, and only tabs have a name over the wire: it gets one of the same kind.
      const name = () =>
        evaluate<string | null>(`(() => {
          const { NavigableManager: known } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs')
          const shown = () => SidebarController.browser.contentDocument?.getElementById('webext-panels-browser')
          const { getBrowserById } = Object.getPrototypeOf(known)
          known.getBrowserById = (id) => (known.getIdForBrowser(shown()) === id ? shown() : getBrowserById.call(known, id))
          const browser = shown()
          if (!browser?.browsingContext?.currentURI?.spec.includes('/sidebar.html')) return null
          browser.permanentKey ??= {}
          return known.getIdForBrowser(browser)
        })()`)
      return pageOf(send, await until(name, 'the page of the sidebar'))
    },
    async pressKey(letter) {
      await evaluate(`(() => {
        gBrowser.selectedBrowser.focus()
        const hand = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
        hand.beginInputTransactionForTests(window)
        const key = (key, code, keyCode) => new KeyboardEvent('', { key, code, keyCode })
        const held = [key('Alt', 'AltLeft', 18), key('Shift', 'ShiftLeft', 16), key(${JSON.stringify(letter)}, 'Key${letter}', ${letter.charCodeAt(0)})]
        for (const key of held) hand.keydown(key)
        for (const key of held.toReversed()) hand.keyup(key)
      })()`)
    },
    async chooseFromMenu(page, place, label) {
      const menu = `document.getElementById('contentAreaContextMenu')`
      const item = `${menu}.querySelector(${JSON.stringify(`[label="${label}"]`)})`
      await page.clickAt(place, 2)
      await until(() => evaluate<boolean>(`${menu}.state === 'open' && ${item} !== null`), `${label} in the menu`)
      await evaluate(`${menu}.activateItem(${item})`)
    },
  }
}
