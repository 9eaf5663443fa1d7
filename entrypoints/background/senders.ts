// Who is asking, from what the browser says of the sender and never from the message. Everything not named here is a stranger.
import type { Browser, Sender } from '../../lib/browser.ts'
import type { SenderClass } from '../../lib/messages/protocol.ts'
import type { Admission } from './admission.ts'

export type Caller =
  | { kind: 'page'; tabId: number; origin: string; incognito: boolean }
  /** `tabId`: the tab around the frame; null for the side panel and for a sidebar in a tab of its own. */
  | { kind: 'sidebar'; tabId: number | null; frame: { documentId: string } | null }
  | { kind: 'console' }
  | { kind: 'welcome' }
  /** A framed sidebar before its token was accepted: it may say `frame.admit` and nothing else. */
  | { kind: 'frame'; tabId: number; documentId: string }
  | { kind: 'stranger' }

export type CallerOf<K extends SenderClass> = Extract<Caller, { kind: K }>

const stranger: Caller = { kind: 'stranger' }
const ownPages: Record<string, 'sidebar' | 'console' | 'welcome'> = { '/sidebar.html': 'sidebar', '/console.html': 'console', '/welcome.html': 'welcome' }

/** Chromium's getURL answers a dynamic host for web-accessible pages; what is committed is the real id. */
export function ownOrigin(runtime: Browser['runtime']): string {
  const url = new URL(runtime.getURL('/'))
  return url.protocol === 'moz-extension:' ? `${url.protocol}//${url.host}` : `${url.protocol}//${runtime.id}`
}

export interface SenderRules {
  runtime: Browser['runtime']
  admission: Pick<Admission, 'isAdmitted'>
  /** Enabled by the agent and granted by the browser. */
  isEnabled(origin: string): Promise<boolean>
}

export async function callerOf(sender: Sender, rules: SenderRules): Promise<Caller> {
  if (sender.id !== rules.runtime.id || !sender.url || !URL.canParse(sender.url)) return stranger
  const url = new URL(sender.url)
  if (`${url.protocol}//${url.host}` === ownOrigin(rules.runtime)) return ownPage(ownPages[url.pathname], sender, rules)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  const tabId = sender.tab?.id
  if (!isWeb || tabId === undefined || sender.frameId !== 0) return stranger
  // A page that sandboxes itself has no origin of its own; its address is still the browser's word.
  const isOpaque = sender.origin === undefined || sender.origin === 'null'
  if (!isOpaque && sender.origin !== url.origin) return stranger
  if (!(await rules.isEnabled(url.origin))) return stranger
  return { kind: 'page', tabId, origin: url.origin, incognito: sender.tab?.incognito === true }
}

async function ownPage(kind: 'sidebar' | 'console' | 'welcome' | undefined, sender: Sender, rules: SenderRules): Promise<Caller> {
  if (!kind) return stranger
  const { tab, frameId, documentId } = sender
  if (!tab) return kind === 'sidebar' && !frameId ? { kind, tabId: null, frame: null } : stranger
  if (frameId === 0) return kind === 'sidebar' ? { kind, tabId: null, frame: null } : { kind }
  if (kind !== 'sidebar' || frameId === undefined || tab.id === undefined || !documentId) return stranger
  const isAdmitted = await rules.admission.isAdmitted(documentId, tab.id)
  return isAdmitted ? { kind, tabId: tab.id, frame: { documentId } } : { kind: 'frame', tabId: tab.id, documentId }
}
