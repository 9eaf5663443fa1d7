// Escalates without a panel, with what was typed in one on this case: the keyboard command and the context menu. Says so with a
// notification that can take it back; where notifications are refused, with the badge, and in the panel.
import type { Tab } from '../../lib/browser.ts'
import { undoEscalation } from '../../lib/db/escalations.ts'
import { getSession } from '../../lib/db/session.ts'
import type { CaseContext } from '../../lib/schema/case.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import { limits } from '../../lib/schema/ids.ts'
import type { Session } from '../../lib/schema/member.ts'
import { showBadge } from './badge.ts'
import { activeTab } from './case-view.ts'
import { escalate, undoMs } from './escalate.ts'
import { clearDraft, readDraft, restoreDraft } from './escalate-draft.ts'
import { fault } from './fault.ts'
import { type Notice, notify, retract } from './notify.ts'
import { carryOver } from './read-at-last.ts'
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
    await carryOver(worker, tab?.id ?? null, whole)
    const draft = await readDraft(worker, whole.key)
    const { note = '', severity = null, queue = null } = draft.edits
    const ask = { id: worker.newId(), context: whole, text, note: note.trim(), severity, queue, runId: null, via: from.via }
    const own = await escalate(worker, ask)
    // Saved already: a draft that cannot be cleared must not turn that into a failure.
    await clearDraft(worker, { tabId: tab?.id, caseKey: whole.key, sent: draft.text }).catch((error) => failureOf(error, 'clearing a draft'))
    await report(worker, own, tab?.id)
  } catch (error) {
    const { message } = failureOf(error, 'escalating')
    const notice: Notice = { purpose: { kind: 'panel', tabId: from.tab?.id ?? null }, title: 'Not escalated', message }
    const isShown = await notify(browser, notice, false)
    if (!isShown && from.tab?.id !== undefined) await showBadge(browser.action, from.tab.id, { matches: 0, waitsForPerson: true })
  }
}

async function report(worker: Worker, own: OwnEscalation, tabId: number | undefined): Promise<void> {
  const { browser, database } = worker
  const session = await database.use(getSession)
  const leaves = session?.state === 'active'
  const notice = leaves ? undoNotice(own, worker.surfaces.isFirefox) : savedNotice(session)
  const isShown = await notify(browser, notice, !worker.surfaces.isFirefox)
  if (!isShown && tabId !== undefined) await showBadge(browser.action, tabId, { matches: 0, waitsForPerson: true })
  if (isShown && leaves) worker.schedule(() => void retract(browser, notice.purpose), undoMs)
}

/** Nothing leaves by itself: it stays on screen, leads to where that is mended, and can be undone in the panel. */
function savedNotice(session: Session | null): Notice {
  return { purpose: { kind: 'join' }, title: 'Escalation saved on this device', message: whyItWaits(session) }
}

function whyItWaits(session: Session | null): string {
  if (!session) return 'Nobody has joined a team here yet. Join your team and it goes out by itself.'
  const { name } = session.member
  if (session.state === 'left') return `It was not sent: you are signed out. It leaves when ${name} signs in again.`
  return `It was not sent: the team signed this device out. It leaves once ${name} has joined again.`
}

/** The case by its number or its site, never by a title: titles carry names of people. */
function undoNotice(own: OwnEscalation, isFirefox: boolean): Notice {
  const { caseId, url } = own.content.case
  const subject = caseId ? `case ${caseId}` : URL.canParse(url) ? new URL(url).host : 'this tab'
  const how = isFirefox ? ' Click here to undo.' : ''
  const what = own.content.note === '' ? '' : ', with your note'
  return {
    purpose: { kind: 'undo', id: own.id },
    title: `Escalated to ${own.content.queue}: ${subject}`,
    message: `Sends in 5 seconds${what}.${how}`,
    button: 'Undo',
  }
}

export async function undoFromNotification(worker: Worker, id: string): Promise<void> {
  const undone = await worker.database.use((db) => undoEscalation(db, id))
  await worker.highWater.keep().catch(() => undefined)
  if (undone) await restoreDraft(worker, undone.content).catch((error) => failureOf(error, 'giving back a draft'))
  worker.announce(['escalations', 'case', 'status'])
  const purpose = { kind: 'panel', tabId: (await activeTab(worker))?.id ?? null } as const
  const notice: Notice = undone
    ? { purpose, title: 'Escalation undone', message: 'Nothing was sent.' }
    : { purpose, title: 'Already on its way', message: 'It can no longer be undone. Withdraw it from the Handrail panel.' }
  await notify(worker.browser, notice, false)
}
