// Escalates without a panel: the keyboard command and the context menu. Says so with a notification that can take it back; where
// notifications are refused, with the badge, and in the panel.
import type { Tab } from '../../lib/browser.ts'
import { undoEscalation } from '../../lib/db/escalations.ts'
import { getSession } from '../../lib/db/session.ts'
import type { CaseContext } from '../../lib/schema/case.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import { limits } from '../../lib/schema/ids.ts'
import { showBadge } from './badge.ts'
import { escalate, undoMs } from './escalate.ts'
import { fault } from './fault.ts'
import { type Notice, notify, retract } from './notify.ts'
import { failureOf } from './refusal.ts'
import { readGranted } from './tab-reading.ts'
import type { Worker } from './worker.ts'

export async function escalateNow(worker: Worker, from: { tab: Tab | undefined; via: 'command' | 'menu'; selection?: string | undefined }): Promise<void> {
  const { browser } = worker
  if (import.meta.env.VITE_FAULTS) await fault('c1')
  try {
    const tab = from.tab ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]
    const { context, text } = await readGranted(worker.reading, tab)
    if (import.meta.env.VITE_FAULTS) await fault('c2')
    const selection = context.selection || (from.selection ?? '').slice(0, limits.selection)
    const whole: CaseContext = { ...context, selection }
    if (import.meta.env.VITE_FAULTS) await fault('c3')
    const own = await escalate(worker, { id: worker.newId(), context: whole, text, note: '', severity: null, queue: null, runId: null, via: from.via })
    await report(worker, own, tab?.id)
  } catch (error) {
    const { message } = failureOf(error, 'escalating')
    const notice: Notice = { purpose: { kind: 'panel' }, title: 'Not escalated', message }
    const isShown = await notify(browser, notice, false)
    if (!isShown && from.tab?.id !== undefined) await showBadge(browser.action, from.tab.id, { matches: 0, waitsForPerson: true })
  }
}

async function report(worker: Worker, own: OwnEscalation, tabId: number | undefined): Promise<void> {
  const { browser, database } = worker
  const isMember = (await database.use(getSession)) !== null
  const notice = isMember ? undoNotice(own, worker.surfaces.isFirefox) : joinNotice
  const isShown = await notify(browser, notice, !worker.surfaces.isFirefox)
  if (!isShown && tabId !== undefined) await showBadge(browser.action, tabId, { matches: 0, waitsForPerson: true })
  if (isShown && isMember) worker.schedule(() => void retract(browser, notice.purpose), undoMs)
}

const joinNotice: Notice = {
  purpose: { kind: 'join' },
  title: 'Escalation saved on this device',
  message: 'Nobody has joined a team here yet. Join your team and it goes out by itself.',
}

/** The case by its number or its site, never by a title: titles carry names of people. */
function undoNotice(own: OwnEscalation, isFirefox: boolean): Notice {
  const { caseId, url } = own.content.case
  const subject = caseId ? `case ${caseId}` : URL.canParse(url) ? new URL(url).host : 'this tab'
  const how = isFirefox ? ' Click here to undo.' : ''
  return { purpose: { kind: 'undo', id: own.id }, title: `Escalated to ${own.content.queue}: ${subject}`, message: `Sends in 5 seconds.${how}`, button: 'Undo' }
}

export async function undoFromNotification(worker: Worker, id: string): Promise<void> {
  const undone = await worker.database.use((db) => undoEscalation(db, id))
  await worker.highWater.keep().catch(() => undefined)
  worker.announce(['escalations', 'case', 'status'])
  const notice: Notice = undone
    ? { purpose: { kind: 'panel' }, title: 'Escalation undone', message: 'Nothing was sent.' }
    : { purpose: { kind: 'panel' }, title: 'Already on its way', message: 'It can no longer be undone. Withdraw it from the Handrail panel.' }
  await notify(worker.browser, notice, false)
}
