// One example of everybody who could send a message, and what the browser would say of them.
import type { Sender } from '../../lib/browser.ts'
import type { SenderClass } from '../../lib/messages/protocol.ts'
import { ownId, ownOrigin } from './memory-browser.ts'

export const desk = 'https://desk.example.com'
const tab = { id: 7, windowId: 1, active: true, incognito: false, url: `${desk}/ticket/1042`, title: 'Ticket 1042' }
const own = (path: string) => ({ id: ownId, url: `${ownOrigin}${path}`, origin: ownOrigin })

export interface Example {
  sender: Sender
  /** What this sender may say; `unadmitted` may say `frame.admit` only. */
  is: SenderClass | 'unadmitted' | 'stranger'
}

export const admittedDocument = 'ADMITTED'

export const examples: Record<string, Example> = {
  'the page script on an enabled site': { is: 'page', sender: { id: ownId, url: tab.url, origin: desk, tab, frameId: 0, documentId: 'PAGE' } },
  'a sidebar in an admitted frame': { is: 'sidebar', sender: { ...own('/sidebar.html'), tab, frameId: 4, documentId: admittedDocument } },
  'the side panel': { is: 'sidebar', sender: own('/sidebar.html') },
  'a sidebar in its own tab': { is: 'sidebar', sender: { ...own('/sidebar.html?tab=7'), tab: { ...tab, id: 8 }, frameId: 0, documentId: 'TAB' } },
  'the console': { is: 'console', sender: { ...own('/console.html#/inbox'), tab: { ...tab, id: 9 }, frameId: 0, documentId: 'CONSOLE' } },
  'the welcome page': { is: 'welcome', sender: { ...own('/welcome.html'), tab: { ...tab, id: 10 }, frameId: 0, documentId: 'WELCOME' } },

  'a sidebar frame without admission': { is: 'unadmitted', sender: { ...own('/sidebar.html'), tab, frameId: 5, documentId: 'HOSTILE' } },
  'an admitted document that claims another tab': {
    is: 'unadmitted',
    sender: { ...own('/sidebar.html'), tab: { ...tab, id: 99 }, frameId: 4, documentId: admittedDocument },
  },

  'another extension': {
    is: 'stranger',
    sender: { id: 'abcdefghijklmnopabcdefghijklmnop', url: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/console.html' },
  },
  'another extension that shows our address': { is: 'stranger', sender: { ...own('/console.html'), id: 'abcdefghijklmnopabcdefghijklmnop' } },
  'a web page named like ours': { is: 'stranger', sender: { id: ownId, url: `${desk}.evil.example/console.html`, tab, frameId: 0 } },
  'a web page without the id': { is: 'stranger', sender: { url: `${desk}/sidebar.html`, origin: desk, tab, frameId: 0 } },
  'the page script on a site that is not enabled': {
    is: 'stranger',
    sender: { id: ownId, url: 'https://bank.example/', origin: 'https://bank.example', tab: { ...tab, url: 'https://bank.example/' }, frameId: 0 },
  },
  'the page script in a frame of an enabled site': { is: 'stranger', sender: { id: ownId, url: tab.url, origin: desk, tab, frameId: 3 } },
  'a sandboxed document of an enabled site': { is: 'page', sender: { id: ownId, url: tab.url, origin: 'null', tab, frameId: 0 } },
  'a framed console': { is: 'stranger', sender: { ...own('/console.html'), tab, frameId: 6, documentId: admittedDocument } },
  'a framed sidebar without a document': { is: 'stranger', sender: { ...own('/sidebar.html'), tab, frameId: 6 } },
  'an unknown page of ours': { is: 'stranger', sender: { ...own('/other.html'), tab, frameId: 0 } },
  'a page that only contains our page name': { is: 'stranger', sender: { ...own('/x/sidebar.html'), tab, frameId: 0 } },
  'nobody at all': { is: 'stranger', sender: {} },
}
