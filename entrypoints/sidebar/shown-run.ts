// The run on screen: the worker's record with the changes that are on their way to it, so that a tick shows at once.
import { showStep } from '../../lib/domain/change-step.ts'
import { valuesOf } from '../../lib/domain/run.ts'
import type { CaseField } from '../../lib/schema/case.ts'
import type { RunView } from '../../lib/schema/views.ts'
import type { PendingChange, SidebarState } from './state.ts'

export function withPending(view: RunView, pending: PendingChange[], fields: CaseField[]): RunView {
  const { document } = view.playbook
  const run = pending
    .filter(({ runId }) => runId === view.run.id)
    .reduce((run, { change }) => {
      try {
        return showStep(run, document, change, valuesOf(fields, document, run), run.updatedAt)
      } catch {
        // The worker will say why; the record stays as it is.
        return run
      }
    }, view.run)
  return run === view.run ? view : { ...view, run }
}

export function openRun({ view, openRunId }: SidebarState): RunView | null {
  return view?.runs.find(({ run }) => run.id === openRunId) ?? null
}
