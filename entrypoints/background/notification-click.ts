// What a click on a desktop notification, or on its button, does.
import { getEscalation } from '../../lib/db/escalations.ts'
import { undoFromNotification } from './escalate-now.ts'
import { purposeOf } from './notify.ts'
import type { Worker } from './worker.ts'

export async function actOnNotification(worker: Worker, notificationId: string, how: 'click' | 'button'): Promise<void> {
  const { browser, surfaces } = worker
  const purpose = purposeOf(notificationId)
  await browser.notifications.clear(notificationId)
  switch (purpose?.kind) {
    case 'inbox':
      return surfaces.openPage(`/console.html#/inbox/${purpose.id}`)
    case 'answer':
      return openCase(worker, purpose.id)
    case 'join':
      return surfaces.openPage('/welcome.html')
    case 'undo':
      // Firefox has no buttons: there the click itself takes it back.
      if (how === 'button' || surfaces.isFirefox) await undoFromNotification(worker, purpose.id)
  }
}

/** The tab that shows the case, or a new one. */
async function openCase({ browser, database, surfaces }: Worker, id: string): Promise<void> {
  const own = await database.use((db) => getEscalation(db, id))
  const url = own?.content.case.url
  if (!url || !/^https?:/.test(url)) return surfaces.openPanelTab(null)
  const open = (await browser.tabs.query({})).find((tab) => tab.url === url)
  if (open?.id === undefined) return void (await browser.tabs.create({ url }))
  await browser.tabs.update(open.id, { active: true })
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true })
}
