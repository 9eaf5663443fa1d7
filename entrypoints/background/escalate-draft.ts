// What was typed in the panel for a case and not sent, as the escalation by key takes it, and as its Undo gives it back.
import { changeDraft, getDraft } from '../../lib/db/drafts.ts'
import { getPlaybook } from '../../lib/db/library.ts'
import { ownerOf } from '../../lib/db/session.ts'
import { draftKey, type EscalateEdits, giveBack, readEdits, writeEdits } from '../../lib/domain/escalate-edits.ts'
import type { EscalationContent } from '../../lib/schema/escalation.ts'
import { targetFor } from './escalate.ts'
import type { Worker } from './worker.ts'

export async function readDraft({ database }: Worker, caseKey: string): Promise<{ text: string; edits: EscalateEdits }> {
  const draft = await database.use(async (db) => getDraft(db, await ownerOf(db), draftKey(caseKey)))
  const text = draft?.text ?? ''
  return { text, edits: readEdits(text) }
}

/** Only what was sent: a word typed since stays a draft, with all that stood before it. */
export async function clearDraft(worker: Worker, { tabId, caseKey, sent }: { tabId: number | undefined; caseKey: string; sent: string }): Promise<void> {
  if (await changeKept(worker, caseKey, (text) => (text === sent ? '' : text))) worker.announce(['drafts'], tabId)
}

/** The page turned out to be another case: what was typed goes there, beside what stands there. */
export async function moveDraft(worker: Worker, from: string, to: string): Promise<void> {
  const { text, edits } = await readDraft(worker, from)
  if (text === '') return
  await changeKept(worker, to, (there) => writeEdits(giveBack(edits, readEdits(there))))
  await changeKept(worker, from, (typed) => (typed === text ? '' : typed))
}

export async function restoreDraft(worker: Worker, content: EscalationContent): Promise<void> {
  const undone = await chosenIn(worker, content)
  const isNews = await changeKept(worker, content.case.key, (text) => writeEdits(giveBack(readEdits(text), undone)))
  if (isNews) worker.announce(['drafts'])
}

function changeKept({ database, now }: Worker, caseKey: string, change: (text: string) => string): Promise<boolean> {
  return database.use(async (db) => changeDraft(db, await ownerOf(db), { key: draftKey(caseKey), change, now: now() }))
}

/** What nobody chose is left out, so that it still follows the playbook. */
async function chosenIn(worker: Worker, { note, severity, queue, run, case: context }: EscalationContent): Promise<EscalateEdits> {
  const worked = run && (await worker.database.use((db) => getPlaybook(db, run.playbook.id, run.playbook.version)))
  const target = await targetFor(worker, { context, text: '' }, worked)
  return { note, severity: severity === target.severity ? undefined : severity, queue: queue === target.queue ? undefined : queue }
}
