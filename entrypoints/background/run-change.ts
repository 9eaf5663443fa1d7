// One way for every change of a run: with the fields of its case, in one transaction, announced, and answered as the panel shows it.

import { type Along, changeRun, getRun, type Note } from '../../lib/db/runs.ts'
import { getSession } from '../../lib/db/session.ts'
import { refuseGone } from '../../lib/domain/handover.ts'
import { withoutUndo } from '../../lib/domain/migrate-run.ts'
import { progressLine } from '../../lib/domain/my-cases.ts'
import { valuesOf } from '../../lib/domain/run.ts'
import type { CaseField } from '../../lib/schema/case.ts'
import type { MemberRef } from '../../lib/schema/member.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { Run } from '../../lib/schema/run.ts'
import type { RunView } from '../../lib/schema/views.ts'
import { placeOfCase } from './case-place.ts'
import { Refusal } from './refusal.ts'
import { viewRun } from './run-view.ts'
import type { Worker } from './worker.ts'

/** What a rule of the domain is given beside the run. */
export interface Held {
  playbook: PlaybookVersion
  values: Record<string, string>
  live: PlaybookVersion | null
}
export type Change = (run: Run, held: Held) => Run

export async function showRun({ database, announce }: Worker, run: Run): Promise<RunView> {
  const view = await database.use((db) => viewRun(db, run))
  announce(['runs', 'cases'])
  if (!view) throw new Refusal('conflict', 'The version that this run was started on is not on this device any more.')
  return view
}

export async function runNamed({ database }: Worker, runId: string): Promise<Run> {
  const run = await database.use((db) => getRun(db, runId))
  if (!run) throw new Refusal('conflict', 'This run is not on this device any more. Start the playbook again.')
  return run
}

/** What My cases says of this case, as it was read last. */
export async function noteOn(worker: Worker, caseKey: string): Promise<Note> {
  const context = await worker.cases.recall(caseKey)
  const place = context && (await placeOfCase(worker, context))
  return (run, { document }) => ({ place, progress: progressLine(run, document, valuesOf(context?.fields ?? [], document, run)) })
}

/** Whatever the panel shows: a run that went to a colleague is theirs. */
function open(run: Run): Run {
  refuseGone(run)
  return run
}

/** `isSent`: the run goes to the hub with the change. `image`: what the changed run names, kept in the same step. `edits`: evidence that must not have left. */
export async function commitChange(
  worker: Worker,
  run: Run,
  by: Change,
  { isSent = false, ...along }: { isSent?: boolean } & Pick<Along, 'image' | 'edits'> = {},
): Promise<RunView> {
  const { database, now, newId } = worker
  const note = await noteOn(worker, run.caseKey)
  const fields: CaseField[] = (await worker.cases.recall(run.caseKey))?.fields ?? []
  const command = (run: Run) => ({ id: newId(), route: 'run' as const, params: {}, body: withoutUndo(run), now: now() })
  const change = (run: Run, playbook: PlaybookVersion, live: PlaybookVersion | null) =>
    by(open(run), { playbook, values: valuesOf(fields, playbook.document, run), live })
  const changed = await database.use((db) => changeRun(db, run.id, change, { ...along, command: isSent ? command : undefined, note }))
  if (isSent) await worker.highWater.keep().catch(() => undefined)
  return showRun(worker, changed.run)
}

/** Who works at this device; signed out, the last member still does. */
export async function workerAtDesk({ database }: Worker): Promise<MemberRef | null> {
  const member = (await database.use(getSession))?.member
  return member ? { id: member.id, name: member.name } : null
}
