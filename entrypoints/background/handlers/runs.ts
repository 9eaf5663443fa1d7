// Working through a playbook. A run belongs to the case and stays on the version it was started with.
import { getPlaybook } from '../../../lib/db/library.ts'
import { changeRun, getRun, startOrResume } from '../../../lib/db/runs.ts'
import { getSession } from '../../../lib/db/session.ts'
import { changeStep, closeRun, reopenRun, startRun, valuesOf } from '../../../lib/domain/run.ts'
import type { CaseField } from '../../../lib/schema/case.ts'
import type { PlaybookVersion } from '../../../lib/schema/playbook.ts'
import type { Run } from '../../../lib/schema/run.ts'
import type { RunView } from '../../../lib/schema/views.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { viewRun } from '../run-view.ts'
import { isShared } from '../shared-case.ts'
import type { Worker } from '../worker.ts'

export function runHandlers(worker: Worker): Pick<Handlers, 'run.start' | 'run.set' | 'run.close' | 'run.reopen'> {
  const { database, now, newId, announce } = worker

  const shown = async (run: Run): Promise<RunView> => {
    const view = await database.use((db) => viewRun(db, run))
    announce(['runs'])
    if (!view) throw new Refusal('conflict', 'The version that this run was started on is not on this device any more.')
    return view
  }
  const caseKeyOf = async (runId: string): Promise<string> => {
    const run = await database.use((db) => getRun(db, runId))
    if (!run) throw new Refusal('conflict', 'This run is not on this device any more. Start the playbook again.')
    return run.caseKey
  }
  type Change = (run: Run, playbook: PlaybookVersion, values: Record<string, string>) => Run
  const change = async (runId: string, by: Change, isClose = false): Promise<RunView> => {
    const caseKey = await caseKeyOf(runId)
    const fields: CaseField[] = (await worker.cases.recall(caseKey))?.fields ?? []
    const isSent = isClose && (await isShared(worker, caseKey))
    const command = (run: Run) => ({ id: newId(), route: 'run' as const, params: {}, body: run, now: now() })
    const changed = await database.use((db) =>
      changeRun(db, runId, (run, playbook) => by(run, playbook, valuesOf(fields, playbook.document, run)), isSent ? command : null),
    )
    if (isSent) await worker.highWater.keep().catch(() => undefined)
    return shown(changed.run)
  }

  return {
    async 'run.start'({ caseKey, playbookId }) {
      const run = await database.use(async (db) => {
        const [playbook, session] = await Promise.all([getPlaybook(db, playbookId), getSession(db)])
        if (!playbook) throw new Refusal('conflict', 'This playbook is not on this device any more. Search for it again.')
        return startOrResume(db, startRun({ id: newId(), caseKey, playbook, memberId: session?.member.id ?? null, now: now() }), playbook)
      })
      return shown(run)
    },
    'run.set': ({ runId, change: step }) => change(runId, (run, { document }, values) => changeStep(run, document, step, values, now())),
    /** Goes to the hub from a site that is switched on; elsewhere it stays on this device. */
    async 'run.close'({ runId }) {
      const view = await change(runId, (run, { document }, values) => (run.closedAt === null ? closeRun(run, document, values, now()) : run), true)
      void worker.loop.send()
      return view
    },
    'run.reopen': ({ runId }) => change(runId, (run) => reopenRun(run, now())),
  }
}
