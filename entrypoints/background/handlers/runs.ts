// Working through a playbook. A run belongs to the case and stays on the version it was started with, unless the agent or a lead's mark moves it.
import { holdRun } from '../../../lib/db/held-runs.ts'
import { getPlaybook } from '../../../lib/db/library.ts'
import { getCaseMasker } from '../../../lib/db/redaction.ts'
import { startOrResume } from '../../../lib/db/runs.ts'
import { getSession } from '../../../lib/db/session.ts'
import { changeStep } from '../../../lib/domain/change-step.ts'
import { closeRun, reopenRun } from '../../../lib/domain/close-run.ts'
import { maskText } from '../../../lib/domain/mask.ts'
import { moveRun, undoMove } from '../../../lib/domain/migrate-run.ts'
import { demandOn } from '../../../lib/domain/rollout.ts'
import { startRun } from '../../../lib/domain/run.ts'
import { undoChange } from '../../../lib/domain/run-records.ts'
import { limits } from '../../../lib/schema/ids.ts'
import type { PlaybookVersion } from '../../../lib/schema/playbook.ts'
import type { Run } from '../../../lib/schema/run.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { type Change, commitChange, noteOn, runNamed, showRun, workerAtDesk } from '../run-change.ts'
import { isShared } from '../shared-case.ts'
import type { Worker } from '../worker.ts'

export function runHandlers(worker: Worker): Pick<Handlers, `run.${'start' | 'set' | 'undo' | 'close' | 'reopen' | 'move' | 'stay' | 'seen'}`> {
  const { database, now, newId } = worker

  const change = async (runId: string, by: Change) => commitChange(worker, await runNamed(worker, runId), by)

  return {
    async 'run.start'({ caseKey, playbookId }) {
      const note = await noteOn(worker, caseKey)
      const run = await database.use(async (db) => {
        const [playbook, session] = await Promise.all([getPlaybook(db, playbookId), getSession(db)])
        if (!playbook) throw new Refusal('conflict', 'This playbook is not on this device any more. Search for it again.')
        return startOrResume(db, startRun({ id: newId(), caseKey, playbook, memberId: session?.member.id ?? null, now: now() }), playbook, note)
      })
      return showRun(worker, run)
    },
    async 'run.set'({ runId, change: step }) {
      const by = await workerAtDesk(worker)
      const said = await database.use(getCaseMasker)
      return change(runId, (run, { playbook, values, live }) => {
        refuseStopped(run, live)
        return changeStep(run, playbook.document, step, values, now(), by, { secret: maskText, said })
      })
    },
    'run.undo': ({ runId, ...last }) =>
      change(runId, (run, { live }) => {
        refuseStopped(run, live)
        return undoChange(run, last, now())
      }),
    /** Goes to the hub from a site that is switched on; elsewhere it stays on this device until it is. */
    async 'run.close'({ runId, reason }) {
      const run = await runNamed(worker, runId)
      const by = await workerAtDesk(worker)
      const mask = await database.use(getCaseMasker)
      const masked = reason && mask(reason.trim(), limits.reason).text
      const close: Change = (run, { playbook, values, live }) => {
        if (run.closedAt !== null) return run
        refuseStopped(run, live)
        return closeRun(run, playbook.document, values, { now: now(), by, reason: masked })
      }
      const isSent = await isShared(worker, run.caseKey)
      await database.use((db) => holdRun(db, runId, !isSent))
      const view = await commitChange(worker, run, close, { isSent })
      void worker.loop.send()
      return view
    },
    'run.reopen': ({ runId }) =>
      change(runId, (run, { playbook, live }) => {
        const reopened = reopenRun(run, now())
        // Closed, it was passed over when the version came.
        const follows = live && demandOn(run.playbook.version, live) === 'apply-now'
        return follows ? moveRun(reopened, playbook.document, live, 'lead', { at: now(), mayUndo: false }) : reopened
      }),
    'run.move': ({ runId, version }) =>
      change(runId, (run, { playbook, live }) => {
        if (run.playbook.version === version) return run
        if (live?.version !== version)
          throw new Refusal('conflict', `Version ${live?.version ?? run.playbook.version} is the newest by now. Look at what changed, then move.`)
        return moveRun(run, playbook.document, live, 'agent', { at: now(), mayUndo: demandOn(run.playbook.version, live) === 'next-case' })
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
