// A picture of the page, as evidence on a step. The browser photographs whatever is in front: tab, window, document and address are compared
// before and after, and on any difference nothing is kept.
import type { Tab } from '../../lib/browser.ts'
import { getCaseMasker } from '../../lib/db/redaction.ts'
import { isSame as isSameValue } from '../../lib/domain/canonical-json.ts'
import { maskedProof } from '../../lib/domain/mask.ts'
import { addProof } from '../../lib/domain/proof.ts'
import { defaultRail } from '../../lib/schema/settings.ts'
import type { RunView } from '../../lib/schema/views.ts'
import type { Cut } from './encode-picture.ts'
import { notify } from './notify.ts'
import { failureOf, Refusal } from './refusal.ts'
import { commitChange, runNamed, workerAtDesk } from './run-change.ts'
import { readTab, webOrigin } from './tab-reading.ts'
import type { Worker } from './worker.ts'

/** The browser lets no picture be taken of this tab now: a click or a key of its own is needed. */
export class NotGranted extends Error {}

export interface PictureStep {
  /** Of the piece of evidence; the same id again changes nothing. */
  id: string
  tabId: number
  runId: string
  stepId: string
}

/** Throws `NotGranted`, or a `Refusal` that says why nothing was kept. */
export async function takePicture(worker: Worker, { id, tabId, runId, stepId }: PictureStep): Promise<RunView> {
  const run = await runNamed(worker, runId)
  const before = await lookAt(worker, tabId)
  // Behind another tab, such as our own panel, it can wait for the click as well.
  if (!before.tab?.active || before.tab.windowId === undefined || before.seen === null) throw new NotGranted()
  const dataUrl = await worker.browser.tabs.captureVisibleTab(before.tab.windowId, { format: 'png' }).catch(() => null)
  if (dataUrl === null) throw new NotGranted()
  const after = await lookAt(worker, tabId)
  if (!isSame(before, after)) throw new Refusal('conflict', 'The page changed while the picture was taken, so it was thrown away. Take it again.')
  const { context } = await readTab(worker.reading, tabId)
  if (context.key !== run.caseKey)
    throw new Refusal('conflict', 'The page shows another case than this run. Nothing was kept. Go back to the case, then take the picture.')
  const { base64, ...image } = await worker.encode(dataUrl, await cutOf(worker, before))
  const by = await workerAtDesk(worker)
  const at = worker.now()
  const { url, title } = context
  const masked = maskedProof({ id, kind: 'screenshot', at, ...(by ? { by } : {}), image, url, title }, await worker.database.use(getCaseMasker))
  const stored = { ...image, base64, memberId: by?.id ?? null, takenAt: at }
  const view = await commitChange(worker, run, (run, { playbook, values }) => addProof(run, playbook.document, stepId, masked, values), { image: stored })
  await worker.pictures.done()
  return view
}

/** After a click on the toolbar button or the key: for the step that waits, if one does. The grant may come a moment after its event. */
export async function takeWanted(worker: Worker, given: Tab | undefined, isKey: boolean): Promise<void> {
  const { pictures, browser, announce } = worker
  const tab = given ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]
  const wanted = await pictures.wanted()
  if (!wanted) {
    const message = 'No step waits for a picture. Choose Picture on a step first.'
    if (isKey) await notify(browser, { purpose: { kind: 'panel', tabId: tab?.id ?? null }, title: 'No picture was taken', message }, false)
    return
  }
  const fault =
    wanted.tabId === tab?.id
      ? await attempt(worker, wanted)
      : 'This is another page than the one of the step. Nothing was kept. Go back to the case, then take the picture.'
  if (fault !== null) await pictures.failed(fault)
  announce(['case'], wanted.tabId)
}

async function attempt(worker: Worker, step: PictureStep): Promise<string | null> {
  for (const delayMs of [0, 20, 60, 150]) {
    try {
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
      await takePicture(worker, step)
      return null
    } catch (error) {
      if (!(error instanceof NotGranted)) return failureOf(error, 'taking a picture').message
    }
  }
  return 'The browser does not let this page be photographed. Nothing was kept. Skip the step with a reason, or add a note.'
}

interface Look {
  tab: Tab | null
  /** Null where nothing may be read. */
  seen: Seen | null
  documentId: string | undefined
}
interface Seen {
  href: string
  bornAt: number
  width: number
  /** The side on which our rail covers the page. */
  rail: 'left' | 'right' | null
}

async function lookAt({ browser }: Worker, tabId: number): Promise<Look> {
  const tab = await browser.tabs.get(tabId).catch(() => null)
  const [said] = await browser.scripting.executeScript({ target: { tabId }, func: lookFromInside }).catch(() => [])
  const seen = said?.result
  return { tab, seen: typeof seen?.href === 'string' ? seen : null, documentId: said?.documentId }
}

/** Runs in the page; uses nothing from here. */
function lookFromInside() {
  const isOurs = (x: number) => [0.2, 0.5, 0.8].every((part) => document.elementFromPoint(x, innerHeight * part)?.localName === 'handrail-host')
  const rail: 'left' | 'right' | null = isOurs(60) ? 'left' : isOurs(document.documentElement.clientWidth - 60) || isOurs(innerWidth - 60) ? 'right' : null
  return { href: location.href, bornAt: performance.timeOrigin, width: innerWidth, rail }
}

function isSame(before: Look, after: Look): boolean {
  const of = ({ tab, seen, documentId }: Look) => [tab?.id, tab?.windowId, tab?.active, tab?.url, seen?.href, seen?.bornAt, documentId]
  return isSameValue(of(before), of(after))
}

async function cutOf({ sites }: Worker, { tab, seen }: Look): Promise<Cut> {
  if (!seen?.rail) return { left: 0, right: 0 }
  const { width } = (await sites.find(webOrigin(tab?.url) ?? ''))?.rail ?? defaultRail
  const part = Math.min(width, seen.width - 40) / seen.width
  return { left: 0, right: 0, [seen.rail]: part }
}
