import { showStep } from '../../lib/domain/change-step.ts'
import { moveRun } from '../../lib/domain/migrate-run.ts'
import { startRun, valuesOf } from '../../lib/domain/run.ts'
import type { PlaybookDocument, PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { Run, StepChange } from '../../lib/schema/run.ts'
import { next, versionOf } from '../playbook/version-of.ts'
import { lea, mira } from './fixtures.ts'

export function version(number: number, document: PlaybookDocument): PlaybookVersion {
  const hash = String(number).repeat(64).slice(0, 64)
  return { id: 'counterfeit', version: number, hash, markdown: '', document, note: '', publishedAt: number * 100, publishedBy: lea }
}
export const fresh = (playbook: PlaybookVersion) => startRun({ id: mira.id, caseKey: 'demo-desk:1', playbook, memberId: mira.id, now: 10 })
export const worked = (playbook: PlaybookVersion, ...changes: StepChange[]) =>
  changes.reduce((run, change) => showStep(run, playbook.document, change, valuesOf([], playbook.document, run), run.updatedAt + 1), fresh(playbook))
export const done = (stepId: string, more: Partial<StepChange> = {}): StepChange => ({ stepId, state: 'done', ...more })
export const move = (run: Run, before: PlaybookVersion, after: PlaybookVersion) => moveRun(run, before.document, after, 'agent', { at: 99, mayUndo: true })

export const book = `
- [ ] Compare the photos
- [ ] Order value {input: money, save: order.value}
- (?) Has the seller shown proof?
  - Yes
    - [ ] Thank the buyer {snippet: thanks}
  - No
    - [!] Hand it over {queue: brand}
- [=] Remove listing
- [=] No violation
`
export const first = versionOf(book)
export const rewritten = (from: string, to: string) => next(first, book.replace(from, to))

/** The step as it stands after the move, as state and answer. */
export function standing(run: Run, stepId: string) {
  const record = run.steps.find((one) => one.stepId === stepId)
  return record && [record.state, record.value ?? record.optionId ?? record.outcomeId ?? record.reason ?? null]
}
