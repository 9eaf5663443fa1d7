// The only import of webextension-polyfill: lists exactly what Handrail uses of the browser. Refuses everything else, so that
// a memory implementation of this seam stays small. Code that wants to be tested takes a `Browser` and imports only the types.
import polyfill from 'webextension-polyfill'
import { browserNamespaces } from './browser-namespaces.ts'

// biome-ignore lint/suspicious/noExplicitAny: any listener at all
interface Signal<L extends (...args: any[]) => unknown> {
  addListener(listener: L): void
  removeListener(listener: L): void
}

export interface Tab {
  id?: number | undefined
  windowId?: number | undefined
  active: boolean
  url?: string | undefined
  title?: string | undefined
  incognito: boolean
  status?: string | undefined
}

/** Who sent a message, as the browser says it. `tab` is absent for the side panel; `documentId` names one loaded document. */
export interface Sender {
  id?: string | undefined
  url?: string | undefined
  origin?: string | undefined
  tab?: Tab | undefined
  frameId?: number | undefined
  documentId?: string | undefined
}

/** Answers through `reply` and returns true: the one form that every browser and every polyfill understands. */
export type MessageListener = (message: unknown, sender: Sender, reply: (response: unknown) => void) => true | undefined

export interface Area {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
  remove(keys: string | string[]): Promise<void>
  /** Chromium only; content scripts could read the area without it. */
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>
}

export interface PageScript {
  id: string
  js?: string[] | undefined
  matches?: string[] | undefined
  runAt?: 'document_start' | 'document_end' | 'document_idle' | undefined
  allFrames?: boolean | undefined
  persistAcrossSessions?: boolean | undefined
}

export interface NotificationOptions {
  type: 'basic'
  iconUrl: string
  title: string
  message: string
  /** Chromium only; Firefox refuses a notification that has them. */
  buttons?: { title: string }[]
  requireInteraction?: boolean
}

interface Origins {
  origins?: string[] | undefined
}
interface TabQuery {
  active?: boolean
  currentWindow?: boolean
  lastFocusedWindow?: boolean
  url?: string | string[]
}
interface TabChange {
  url?: string | undefined
  status?: string | undefined
  title?: string | undefined
}
interface MenuItem {
  id: string
  title: string
  contexts: ('page' | 'selection')[]
}

export interface Browser {
  runtime: {
    id: string
    getURL(path: string): string
    getManifest(): { version: string; name: string; manifest_version: number }
    sendMessage(message: unknown): Promise<unknown>
    getPlatformInfo(): Promise<{ os: string; arch: string }>
    onMessage: Signal<MessageListener>
    onInstalled: Signal<(details: { reason: string }) => void>
    onStartup: Signal<() => void>
  }
  tabs: {
    get(tabId: number): Promise<Tab>
    query(query: TabQuery): Promise<Tab[]>
    create(options: { url: string; active?: boolean }): Promise<Tab>
    update(tabId: number, options: { active?: boolean; url?: string }): Promise<Tab | undefined>
    sendMessage(tabId: number, message: unknown, options?: { frameId?: number }): Promise<unknown>
    /** A data URL of the tab in front of the window; only right after a click or a key that the browser owns. */
    captureVisibleTab(windowId: number, options: { format: 'png' }): Promise<string>
    onUpdated: Signal<(tabId: number, change: TabChange, tab: Tab) => void>
    onActivated: Signal<(info: { tabId: number; windowId: number }) => void>
    onRemoved: Signal<(tabId: number) => void>
  }
  windows: { update(windowId: number, options: { focused: boolean }): Promise<unknown> }
  storage: {
    local: Area
    session: Area
    managed: Pick<Area, 'get'>
    onChanged: Signal<(changes: Record<string, unknown>, area: string) => void>
  }
  alarms: { create(name: string, options: { periodInMinutes: number }): void | Promise<void>; onAlarm: Signal<(alarm: { name: string }) => void> }
  action: {
    /** `null` with a tab: what every tab shows. */
    setBadgeText(details: { text: string | null; tabId?: number }): Promise<void>
    setBadgeBackgroundColor(details: { color: string; tabId?: number }): Promise<void>
    setTitle(details: { title: string; tabId?: number }): Promise<void>
    onClicked: Signal<(tab: Tab) => void>
  }
  commands: {
    getAll(): Promise<{ name?: string | undefined; shortcut?: string | undefined; description?: string | undefined }[]>
    onCommand: Signal<(name: string, tab?: Tab) => void>
  }
  contextMenus: {
    create(item: MenuItem, done?: () => void): unknown
    removeAll(): Promise<void>
    onClicked: Signal<(info: { menuItemId: string | number; selectionText?: string | undefined }, tab?: Tab) => void>
  }
  notifications: {
    create(id: string, options: NotificationOptions): Promise<string>
    clear(id: string): Promise<boolean>
    onClicked: Signal<(id: string) => void>
    onButtonClicked: Signal<(id: string, button: number) => void>
    onClosed: Signal<(id: string, byUser: boolean) => void>
  }
  permissions: {
    contains(permissions: Origins): Promise<boolean>
    request(permissions: Origins): Promise<boolean>
    remove(permissions: Origins): Promise<boolean>
    getAll(): Promise<Origins>
    onAdded: Signal<(permissions: Origins) => void>
    onRemoved: Signal<(permissions: Origins) => void>
  }
  scripting: {
    executeScript<R>(
      injection: { target: { tabId: number }; func: () => R } | { target: { tabId: number }; files: string[] },
    ): Promise<{ result?: R | undefined; documentId?: string | undefined }[]>
    registerContentScripts(scripts: PageScript[]): Promise<void>
    unregisterContentScripts(filter?: { ids: string[] }): Promise<void>
    getRegisteredContentScripts(): Promise<PageScript[]>
  }
  i18n: { getMessage(name: string): string }
  /** Chromium. */
  sidePanel: {
    open(options: { tabId: number } | { windowId: number }): Promise<void>
    setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>
  } | null
  /** Firefox; not in a frame in a page, which gets no more there than a content script: no tabs, no commands, no permissions. */
  sidebarAction: { open(): Promise<void>; toggle(): Promise<void> } | null
  extension?: { inIncognitoContext: boolean }
}

const present = polyfill as unknown as Omit<Browser, 'sidePanel' | 'sidebarAction'> & Partial<Pick<Browser, 'sidePanel' | 'sidebarAction'>>
const sidePanel = (globalThis as { chrome?: { sidePanel?: Browser['sidePanel'] } }).chrome?.sidePanel ?? null

// Getters: a namespace is touched only when it is used, since some surfaces lack some of them.
export const browser: Browser = Object.defineProperties(
  { sidePanel, sidebarAction: present.sidebarAction ?? null, extension: present.extension },
  Object.fromEntries(browserNamespaces.map((name) => [name, { get: () => present[name] }])),
) as Browser
