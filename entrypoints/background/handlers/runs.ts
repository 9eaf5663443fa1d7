// Working through a playbook. A run belongs to the case and stays on the version it was started with, unless the agent or a lead's mark moves it.
import { holdRun } from '../../../lib/db/held-runs.ts'
import { getPlaybook } from '../../../lib/db/library.ts'
import { changeRun, getRun, startOrResume } from '../../../lib/db/runs.ts'
import { getSession } from '../../../lib/db/session.ts'
import { moveRun, undoMove, withoutUndo } from '../../../lib/domain/migrate-run.ts'
import { demandOn } from '../../../lib/domain/rollout.ts'
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

export function runHandlers(worker: Worker): Pick<Handlers, `run.${'start' | 'set' | 'close' | 'reopen' | 'move' | 'stay' | 'seen'}`> {
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
  type Change = (run: Run, playbook: PlaybookVersion, values: Record<string, string>, live: PlaybookVersion | null) => Run
  const change = async (runId: string, by: Change, isClose = false): Promise<RunView> => {
    const caseKey = await caseKeyOf(runId)
    const fields: CaseField[] = (await worker.cases.recall(caseKey))?.fields ?? []
    const isSent = isClose && (await isShared(worker, caseKey))
    if (isClose) await database.use((db) => holdRun(db, runId, !isSent))
    const command = (run: Run) => ({ id: newId(), route: 'run' as const, params: {}, body: withoutUndo(run), now: now() })
    const changed = await database.use((db) =>
      changeRun(db, runId, (run, playbook, live) => by(run, playbook, valuesOf(fields, playbook.document, run), live), isSent ? command : null),
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
    'run.set': ({ runId, change: step }) =>
      change(runId, (run, { document }, values, live) => {
        refuseStopped(run, live)
        return changeStep(run, document, step, values, now())
      }),
    /** Goes to the hub from a site that is switched on; elsewhere it stays on this device until it is. */
    async 'run.close'({ runId }) {
      const close: Change = (run, { document }, values, live) => {
        if (run.closedAt !== null) return run
        refuseStopped(run, live)
        return closeRun(run, document, values, now())
      }
      const view = await change(runId, close, true)
      void worker.loop.send()
      return view
    },
    'run.reopen': ({ runId }) =>
      change(runId, (run, { document }, _values, live) => {
        const reopened = reopenRun(run, now())
        // Closed, it was passed over when the version came.
        const follows = live && demandOn(run.playbook.version, live) === 'apply-now'
        return follows ? moveRun(reopened, document, live, 'lead', { at: now(), mayUndo: false }) : reopened
      }),
    'run.move': ({ runId, version }) =>
      change(runId, (run, { document }, _values, live) => {
        if (run.playbook.version === version) return run
        if (live?.version !== version)
          throw new Refusal('conflict', `Version ${live?.version ?? run.playbook.version} is the newest by now. Look at what changed, then move.`)
        return moveRun(run, document, live, 'agent', { at: now(), mayUndo: demandOn(run.playbook.version, live) === 'next-case' })
      }),
    'run.stay': ({ runId }) => change(runId, undoMove),
    'run.seen': ({ runId }) => change(runId, (run) => (run.move ? { ...run, move: { ...run.move, seenAt: run.move.seenAt ?? now() } } : run)),
  }
}

/** Whatever the panel shows: a version that a lead has stopped takes no more answers. */
function refuseStopped(run: Run, live: PlaybookVersion | null): void {
  if (!live || demandOn(run.playbook.version, live) !== 'critical-stop') return
  const sentence = `Version ${run.playbook.version} was stopped. Look at what changed, then move to version ${live.version}; your answers are kept.`
  throw new Refusal('conflict', sentence)
}
