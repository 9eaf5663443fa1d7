// What a click on a desktop notification, or on its button, does.
import type { Tab } from '../../lib/browser.ts'
import { getEscalation } from '../../lib/db/escalations.ts'
import { undoFromNotification } from './escalate-now.ts'
import { purposeOf } from './notify.ts'
import type { Worker } from './worker.ts'

export async function actOnNotification(worker: Worker, notificationId: string, how: 'click' | 'button'): Promise<void> {
  const { browser, surfaces } = worker
  const purpose = purposeOf(notificationId)
  // Firefox has no buttons: there the click itself takes it back.
  const takesBack = how === 'button' || surfaces.isFirefox
  // The offer stays until it is taken or its time is over.
  if (purpose?.kind === 'undo' && !takesBack) return
  // Side panels open in the click's own turn only, so this comes before anything that waits.
  const opened = purpose?.kind === 'panel' ? surfaces.openPanel(purpose.tabId ?? undefined) : null
  await browser.notifications.clear(notificationId)
  switch (purpose?.kind) {
    case 'inbox':
      return surfaces.openPage(`/console.html#/inbox/${purpose.id}`)
    case 'answer':
      return openCase(worker, purpose.id)
    case 'handover':
      return surfaces.openPage('/sidebar.html#cases')
    case 'join':
      return surfaces.openPage('/welcome.html')
    case 'undo':
      return undoFromNotification(worker, purpose.id)
    case 'panel':
      return showTab(worker, purpose.tabId, (await opened) === true)
  }
}

/** The tab that the notification is about, with its panel: beside it where the browser allows that, in a tab of its own elsewhere. */
async function showTab({ browser, surfaces }: Worker, tabId: number | null, isPanelOpen: boolean): Promise<void> {
  const tab = tabId === null ? null : await browser.tabs.get(tabId).catch(() => null)
  if (!isPanelOpen) return surfaces.openPanelTab(tab?.id ?? null)
  if (tab) await bringToFront(browser, tab)
}

/** The tab that shows the case, or a new one. */
async function openCase({ browser, database, surfaces }: Worker, id: string): Promise<void> {
  const own = await database.use((db) => getEscalation(db, id))
  const url = own?.content.case.url
  if (!url || !/^https?:/.test(url)) return surfaces.openPanelTab(null)
  const open = (await browser.tabs.query({})).find((tab) => tab.url === url)
  if (open?.id === undefined) return void (await browser.tabs.create({ url }))
  await bringToFront(browser, open)
}

export async function bringToFront({ tabs, windows }: Worker['browser'], { id, windowId }: Tab): Promise<void> {
  if (id !== undefined) await tabs.update(id, { active: true })
  if (windowId !== undefined) await windows.update(windowId, { focused: true })
}
