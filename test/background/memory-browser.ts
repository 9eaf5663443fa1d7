// The browser seam in memory: what the worker asked of it can be read back, and what a person or another page does can be played.
import type { Area, Browser, MessageListener, NotificationOptions, PageScript, Sender, Tab } from '../../lib/browser.ts'

export const ownId = 'efjoipfjhjdpmjbhdbnaknhomcimmenj'
export const ownOrigin = `chrome-extension://${ownId}`

// biome-ignore lint/suspicious/noExplicitAny: any listener at all
type AnyListener = (...args: any[]) => unknown

function signal<L extends AnyListener>() {
  const listeners = new Set<L>()
  return {
    addListener: (listener: L) => void listeners.add(listener),
    removeListener: (listener: L) => void listeners.delete(listener),
    fire: (...args: Parameters<L>) => [...listeners].map((listener) => listener(...args)),
  }
}

export function memoryArea(): Area & { items: Map<string, unknown>; accessLevel: string | null } {
  const items = new Map<string, unknown>()
  const area = {
    items,
    accessLevel: null as string | null,
    async get(keys: string | string[] | null) {
      const wanted = keys === null ? [...items.keys()] : typeof keys === 'string' ? [keys] : keys
      return Object.fromEntries(wanted.filter((key) => items.has(key)).map((key) => [key, structuredClone(items.get(key))]))
    },
    async set(values: Record<string, unknown>) {
      for (const [key, value] of Object.entries(values)) items.set(key, structuredClone(value))
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) items.delete(key)
    },
    async setAccessLevel({ accessLevel }: { accessLevel: string }) {
      area.accessLevel = accessLevel
    },
  }
  return area
}

export interface MemoryBrowser extends Browser {
  /** Sends as `sender` and waits for the reply. */
  play(message: unknown, sender: Sender): Promise<unknown>
  tabsHere: Map<number, Tab>
  granted: Set<string>
  scripts: Map<string, PageScript>
  injected: { tabId: number; files: string[] }[]
  /** Answers `tabs.sendMessage`; throws where no page script listens. */
  pageScript: (tabId: number, message: unknown) => Promise<unknown>
  /** What `executeScript` with a function answers; throws without a grant. */
  readPage: (tabId: number) => unknown
  /** What the browser photographs; throws where no gesture granted it. */
  capture: (windowId: number) => string
  broadcasts: unknown[]
  panels: number[]
  /** What was asked of Firefox's sidebar. */
  sidebar: ('open' | 'toggle')[]
  notices: Map<string, NotificationOptions>
  badges: Map<number | null, string | null>
  policy: Record<string, unknown>
  areas: { local: ReturnType<typeof memoryArea>; session: ReturnType<typeof memoryArea> }
  fire: {
    clicked(tab: Tab): void
    command(name: string, tab?: Tab): void
    menu(tab: Tab, selectionText?: string): void
    notificationButton(id: string): void
    notificationClick(id: string): void
    alarm(name: string): void
    installed(reason: string): void
    permissionsAdded(): void
    permissionsRemoved(): void
    tabRemoved(tabId: number): void
    tabUpdated(tab: Tab, change: { url?: string; status?: string }): void
  }
}

/** Chromium; or Firefox with what is another there. */
export function createMemoryBrowser(kind: 'Chromium' | 'Firefox' = 'Chromium'): MemoryBrowser {
  const onMessage = signal<MessageListener>()
  const onClicked = signal<(tab: Tab) => void>()
  const onCommand = signal<(name: string, tab?: Tab) => void>()
  const onMenu = signal<(info: { menuItemId: string | number; selectionText?: string | undefined }, tab?: Tab) => void>()
  const onNotificationClicked = signal<(id: string) => void>()
  const onNotificationButton = signal<(id: string, button: number) => void>()
  const onAlarm = signal<(alarm: { name: string }) => void>()
  const onInstalled = signal<(details: { reason: string }) => void>()
  const onPermissionsAdded = signal<(permissions: { origins?: string[] | undefined }) => void>()
  const onPermissionsRemoved = signal<(permissions: { origins?: string[] | undefined }) => void>()
  const onTabRemoved = signal<(tabId: number) => void>()
  const onTabUpdated = signal<(tabId: number, change: { url?: string | undefined; status?: string | undefined }, tab: Tab) => void>()
  const areas = { local: memoryArea(), session: memoryArea() }
  let nextTab = 1000

  const memory: MemoryBrowser = {
    tabsHere: new Map(),
    granted: new Set(),
    scripts: new Map(),
    injected: [],
    capture: () => {
      throw new Error("Either the '<all_urls>' or 'activeTab' permission is required.")
    },
    broadcasts: [],
    panels: [],
    sidebar: [],
    notices: new Map(),
    badges: new Map(),
    policy: {},
    areas,
    pageScript: async () => {
      throw new Error('Could not establish connection. Receiving end does not exist.')
    },
    readPage: () => {
      throw new Error('Cannot access contents of the page.')
    },
    play: (message, sender) => new Promise((resolve) => void onMessage.fire(message, sender, resolve)),
    fire: {
      clicked: (tab) => void onClicked.fire(tab),
      command: (name, tab) => void onCommand.fire(name, tab),
      menu: (tab, selectionText) => void onMenu.fire({ menuItemId: 'escalate', selectionText }, tab),
      notificationButton: (id) => void onNotificationButton.fire(id, 0),
      notificationClick: (id) => void onNotificationClicked.fire(id),
      alarm: (name) => void onAlarm.fire({ name }),
      installed: (reason) => void onInstalled.fire({ reason }),
      permissionsAdded: () => void onPermissionsAdded.fire({}),
      permissionsRemoved: () => void onPermissionsRemoved.fire({}),
      tabRemoved: (tabId) => void onTabRemoved.fire(tabId),
      tabUpdated: (tab, change) => void onTabUpdated.fire(tab.id!, change, tab),
    },
    runtime: {
      id: ownId,
      // As Chromium does for pages behind `use_dynamic_url`.
      getURL: (path) => `chrome-extension://5f0c2b7e-dynamic${path}`,
      getManifest: () => ({ version: '0.1.0', name: 'Handrail', manifest_version: 3 }),
      sendMessage: async (message) => {
        memory.broadcasts.push(message)
        throw new Error('Could not establish connection. Receiving end does not exist.')
      },
      getPlatformInfo: async () => ({ os: 'linux', arch: 'x86-64' }),
      onMessage,
      onInstalled,
      onStartup: signal(),
    },
    tabs: {
      async get(tabId) {
        const tab = memory.tabsHere.get(tabId)
        if (!tab) throw new Error(`No tab with id: ${tabId}.`)
        return tab
      },
      query: async ({ active }) => [...memory.tabsHere.values()].filter((tab) => active === undefined || tab.active === active),
      async create({ url, active = true }) {
        const tab: Tab = { id: nextTab++, windowId: 1, active, url, title: '', incognito: false }
        memory.tabsHere.set(tab.id!, tab)
        return tab
      },
      async update(tabId, options) {
        const tab = { ...(await memory.tabs.get(tabId)), ...options }
        memory.tabsHere.set(tabId, tab)
        return tab
      },
      sendMessage: (tabId, message) => memory.pageScript(tabId, message),
      captureVisibleTab: async (windowId) => memory.capture(windowId),
      onUpdated: onTabUpdated,
      onActivated: signal(),
      onRemoved: onTabRemoved,
    },
    windows: { update: async () => undefined },
    storage: { ...areas, managed: { get: async () => memory.policy }, onChanged: signal() },
    alarms: { create: () => undefined, onAlarm },
    action: {
      setBadgeText: async ({ text, tabId }) => void memory.badges.set(tabId ?? null, text),
      setBadgeBackgroundColor: async () => undefined,
      setTitle: async () => undefined,
      onClicked,
    },
    commands: { getAll: async () => [], onCommand },
    contextMenus: { create: () => undefined, removeAll: async () => undefined, onClicked: onMenu },
    notifications: {
      async create(id, options) {
        memory.notices.set(id, options)
        return id
      },
      clear: async (id) => memory.notices.delete(id),
      onClicked: onNotificationClicked,
      onButtonClicked: onNotificationButton,
      onClosed: signal(),
    },
    permissions: {
      contains: async ({ origins = [] }) => origins.every((origin) => memory.granted.has(origin)),
      request: async ({ origins = [] }) => {
        for (const origin of origins) memory.granted.add(origin)
        return true
      },
      remove: async ({ origins = [] }) => origins.every((origin) => memory.granted.delete(origin)),
      getAll: async () => ({ origins: [...memory.granted] }),
      onAdded: onPermissionsAdded,
      onRemoved: onPermissionsRemoved,
    },
    scripting: {
      async executeScript<R>(injection: { target: { tabId: number }; func: () => R } | { target: { tabId: number }; files: string[] }) {
        const { tabId } = injection.target
        if ('func' in injection) return [{ result: memory.readPage(tabId) as R }]
        memory.injected.push({ tabId, files: injection.files })
        return []
      },
      registerContentScripts: async (scripts) => {
        for (const script of scripts) memory.scripts.set(script.id, script)
      },
      unregisterContentScripts: async (filter) => {
        for (const id of filter?.ids ?? [...memory.scripts.keys()]) memory.scripts.delete(id)
      },
      getRegisteredContentScripts: async () => [...memory.scripts.values()],
    },
    i18n: { getMessage: (name) => name },
    sidePanel:
      kind === 'Firefox'
        ? null
        : {
            open: async (options) => {
              if ('tabId' in options) memory.panels.push(options.tabId)
            },
            setPanelBehavior: async () => undefined,
          },
    sidebarAction: kind === 'Firefox' ? { open: async () => void memory.sidebar.push('open'), toggle: async () => void memory.sidebar.push('toggle') } : null,
  }
  return memory
}
