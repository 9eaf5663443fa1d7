// Registers every listener, synchronously, in the first turn of the worker: the event that woke it must find its listener there.
import type { MessageListener, Tab } from '../../lib/browser.ts'
import { getSession } from '../../lib/db/session.ts'
import { viewCase } from './case-view.ts'
import { escalateNow } from './escalate-now.ts'
import { allHandlers } from './handlers/all.ts'
import { sendHeldRuns } from './held-runs.ts'
import { applyPolicy } from './managed.ts'
import { actOnNotification } from './notification-click.ts'
import { tell } from './page-orders.ts'
import { failureOf } from './refusal.ts'
import { createRouter } from './router.ts'
import { callerOf } from './senders.ts'
import { offerMenu, start } from './start.ts'
import { panelWanted } from './surfaces.ts'
import { readGranted, webOrigin } from './tab-reading.ts'
import { takeWanted } from './take-picture.ts'
import type { Worker } from './worker.ts'

export const alarmName = 'catch-up'

export function listen(worker: Worker): void {
  const { browser, admission, gestures, sites, surfaces, announce, pages, pictures, unread, loop } = worker
  const { runtime, tabs, action, commands, contextMenus, notifications, permissions, alarms, storage } = browser
  const route = createRouter(allHandlers(worker), (sender) => callerOf(sender, { runtime, admission, isEnabled: sites.isEnabled }))
  const quietly = (doing: string, work: Promise<unknown>) => void work.catch((error) => failureOf(error, doing))

  const onMessage: MessageListener = (message, sender, reply) => {
    // Side panels open in the click's own turn only, so this comes before anything that waits.
    const wanted = sender.id === runtime.id ? panelWanted(message, sender) : null
    const opened = wanted == null ? null : surfaces.openPanel(wanted)
    route(message, sender, opened).then(reply, (error) => reply({ ok: false, error: failureOf(error, 'a message') }))
    return true
  }
  runtime.onMessage.addListener(onMessage)

  action.onClicked.addListener((tab) => quietly('opening the panel', pictures.isHinted(tab.id) ? takeWanted(worker, tab, false) : openCaptured(worker, tab)))
  commands.onCommand.addListener((name, tab) => {
    if (name === 'escalate') quietly('escalating', escalateNow(worker, { tab, via: 'command' }))
    if (name === 'screenshot') quietly('taking a picture', takeWanted(worker, tab, true))
    if (name === 'toggle-rail') quietly('opening the rail', toggleRail(worker, tab))
  })
  contextMenus.onClicked.addListener(({ selectionText }, tab) => quietly('escalating', escalateNow(worker, { tab, via: 'menu', selection: selectionText })))

  notifications.onClicked.addListener((id) => quietly('a notification', actOnNotification(worker, id, 'click')))
  notifications.onButtonClicked.addListener((id) => quietly('a notification', actOnNotification(worker, id, 'button')))

  tabs.onUpdated.addListener((tabId, change, tab) => {
    if (tab.url && !pages.recall(tabId, tab.url)) pages.forget(tabId)
    // All that the browser says of a page it tells nothing about: another document has begun.
    if (change.status === 'loading') quietly('a page that begins', unread.forget(tabId))
    if (change.url !== undefined || change.status === 'loading') quietly('a tab that moved on', gestures.leave(tabId, webOrigin(tab.url)))
    if (change.url !== undefined || change.status === 'complete') announce(['case'], tabId)
  })
  tabs.onActivated.addListener(({ tabId }) => announce(['case'], tabId))
  tabs.onRemoved.addListener((tabId) => {
    pages.forget(tabId)
    // What stays behind in a browser that is closing goes with its session.
    admission.forget(tabId).catch(() => undefined)
    gestures.leave(tabId, null).catch(() => undefined)
    unread.forget(tabId).catch(() => undefined)
  })

  const onPermissions = () =>
    quietly(
      'a permission',
      sites.follow().then(async () => {
        announce(['sites', 'case'])
        await sendHeldRuns(worker)
      }),
    )
  permissions.onAdded.addListener(onPermissions)
  permissions.onRemoved.addListener(onPermissions)
  storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') quietly('a policy', applyPolicy(browser, worker.database, worker.now()).then(onPermissions))
  })

  alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) quietly('an alarm', loop.wake())
  })
  runtime.onStartup.addListener(() => quietly('the menu', offerMenu(browser)))
  runtime.onInstalled.addListener(({ reason }) => quietly('installing', installed(worker, reason)))

  quietly('starting', start(worker, alarmName))
}

/** The click granted the tab: the panel opens in the same turn, then the page is read while the grant is fresh. */
async function openCaptured(worker: Worker, tab: Tab): Promise<void> {
  const { surfaces, announce } = worker
  const opened = surfaces.openPanel(tab.id)
  // The sidebar takes over from the frame, which can only be read.
  if (import.meta.env.FIREFOX !== false && surfaces.isFirefox && tab.id !== undefined) void tell(worker.browser.tabs, tab.id, { name: 'page.close' })
  await readGranted(worker.reading, tab)
  if (tab.id !== undefined) await viewCase(worker, tab.id)
  await takeWanted(worker, tab, false)
  if (await opened) announce(['case'], tab.id)
  else await surfaces.openPanelTab(tab.id ?? null)
}

/** The rail where the site has one, the side panel elsewhere. Firefox, where a frame does less, shows and hides its sidebar in the key's own turn. */
async function toggleRail({ browser, surfaces }: Worker, from: Tab | undefined): Promise<void> {
  if (import.meta.env.FIREFOX !== false && browser.sidebarAction) return browser.sidebarAction.toggle()
  const tab = from ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]
  if (tab?.id === undefined) return
  if (await tell(browser.tabs, tab.id, { name: 'page.toggle' })) return
  if (!(await surfaces.openPanel(tab.id))) await surfaces.openPanelTab(webOrigin(tab.url) ? tab.id : null)
}

async function installed(worker: Worker, reason: string): Promise<void> {
  await offerMenu(worker.browser)
  // A browser that is told to load an unpacked extension installs it anew at every start: who has joined is not welcomed again.
  if (reason === 'install' && !(await worker.database.use(getSession))) await worker.surfaces.openPage('/welcome.html')
  await applyPolicy(worker.browser, worker.database, worker.now())
  await worker.sites.injectEverywhere()
}
