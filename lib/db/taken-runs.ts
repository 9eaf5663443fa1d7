// What becomes of a hand-over's runs once the hub has settled it, on the device that asked. One transaction each, and repeatable.
import { takeOver } from '../domain/handover.ts'
import { joinRuns } from '../domain/joined-runs.ts'
import { DeviceHandover, type Handover } from '../schema/handover.ts'
import type { PlaybookVersion } from '../schema/playbook.ts'
import { Run } from '../schema/run.ts'
import { noteWork } from './cases.ts'
import { checked, whole } from './checked.ts'
import { storeHandover } from './handovers.ts'
import { moveOpenRuns } from './run-moves.ts'
import type { Db } from './schema.ts'
import { write } from './transact.ts'

interface Taken {
  record: Handover
  /** What each of its runs is pinned to. */
  versions: PlaybookVersion[]
  newId: () => string
  now: number
}

/** The runs are the taker's on this device. Where the same playbook is open already, the two become one. */
export function takeRuns(db: Db, { record, versions, newId, now }: Taken): Promise<void> {
  const { content, from, to } = record
  return write(db, ['handovers', 'runs', 'playbooks', 'playbookVersions', 'cases'], async (tx) => {
    const before = checked(DeviceHandover, await tx.objectStore('handovers').get(content.id))
    if (before?.isHere) return
    const passage = { handoverId: content.id, member: from, at: now }
    const ofCase = whole(Run, await tx.objectStore('runs').index('caseKey').getAll(content.case.key))
    // Another member was here in between, and what this device knew of it is gone; the runs are not.
    const isTaken = ofCase.some((run) => run.cameFrom?.handoverId === content.id && run.memberId === to.id)
    for (const [index, handed] of isTaken ? [] : content.runs.entries()) {
      const version = versions[index]!
      // Two of one playbook may come: the second joins what the first has become.
      const own = ofCase.findLast((run) => run.playbook.id === handed.playbook.id && run.memberId === to.id && run.closedAt === null)
      const run = own ? joinRuns(own, handed, version.document, passage) : takeOver(handed, newId(), to.id, passage)
      await tx.objectStore('runs').put(run)
      ofCase.push(run)
      await tx.objectStore('playbookVersions').put(version)
      const line = own ? null : content.progress.find(({ runId }) => runId === handed.id)
      await noteWork(tx, run, line ? { ...line, runId: run.id } : null, content.case)
    }
    // As for a run that is reopened: a version that asks it was passed over when it came.
    await moveOpenRuns(tx, [...new Set(content.runs.map(({ playbook }) => playbook.id))])
    await tx.objectStore('handovers').put({
      ...{ id: content.id, from, to, sendAfter: content.createdAt, local: 'sent', problem: null, isHere: true },
      content: { ...content, runs: [] },
      record: { ...record, content: { ...content, runs: [] } },
    })
  })
}

/** Returned or taken back: the feed says the same a moment later. */
export function fileSettled(db: Db, record: Handover, readerId: string): Promise<void> {
  return write(db, ['handovers', 'runs', 'playbooks', 'playbookVersions', 'cases'], async (tx) => void (await storeHandover(tx, record, readerId)))
}
