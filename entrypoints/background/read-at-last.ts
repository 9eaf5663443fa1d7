// A page that could not be read and now can, such as after the toolbar button or a key granted the tab: what was typed and begun on it
// goes to the case that it turns out to be. What was escalated meanwhile stays as it was said.
import { carryOpenRuns } from '../../lib/db/runs.ts'
import type { CaseContext } from '../../lib/schema/case.ts'
import { placeOfCase } from './case-place.ts'
import { moveDraft } from './escalate-draft.ts'
import type { Worker } from './worker.ts'

export async function carryOver(worker: Worker, tabId: number | null, context: CaseContext): Promise<void> {
  const { key, access } = context
  if (tabId === null || access === 'none') return
  const before = await worker.unread.knownKey(tabId)
  if (before === null) return
  const place = await placeOfCase(worker, context)
  await worker.database.use((db) => carryOpenRuns(db, before, key, place))
  await moveDraft(worker, before, key)
  await worker.unread.forget(tabId)
}
