// The cases at work on this device, one row each and apart by member, written with every change of a run, so that nobody has to look
// through all runs to list them. A case without a run is not kept.
import { recentMs } from '../domain/my-cases.ts'
import { WorkedCase, type WorkedRun } from '../schema/cases.ts'
import type { CasePlace, RunProgress } from '../schema/handover.ts'
import { Run } from '../schema/run.ts'
import { checked, whole } from './checked.ts'
import type { Db, MetaKey, Tx } from './schema.ts'
import { read, write } from './transact.ts'

const keyOf = (memberId: string | null, caseKey: string) => `${memberId ?? 'nobody'} ${caseKey}`

/** Needs `cases`. What is null is as it was. */
export async function noteWork(tx: Tx, run: Run, progress: RunProgress | null, place: CasePlace | null): Promise<void> {
  const key = keyOf(run.memberId, run.caseKey)
  const before = checked(WorkedCase, await tx.objectStore('cases').get(key))
  const known = before?.runs.find(({ runId }) => runId === run.id)
  const line: WorkedRun = { ...(progress ?? known ?? unknownProgress(run)), isOpen: run.closedAt === null }
  const runs = known ? before!.runs.map((one) => (one === known ? line : one)) : [...(before?.runs ?? []), line]
  const workedAt = Math.max(before?.workedAt ?? 0, run.updatedAt, run.closedAt ?? 0)
  await tx.objectStore('cases').put({ key, memberId: run.memberId, place: place ?? before?.place ?? placeByKey(run.caseKey), workedAt, runs })
}

/** The run is on another case now, see `carryOpenRuns`. Needs `cases`. */
export async function moveWork(tx: Tx, before: Run, after: Run, place: CasePlace | null): Promise<void> {
  const key = keyOf(before.memberId, before.caseKey)
  const row = checked(WorkedCase, await tx.objectStore('cases').get(key))
  const line = row?.runs.find(({ runId }) => runId === before.id) ?? null
  const rest = row?.runs.filter((one) => one !== line) ?? []
  if (row && rest.length > 0) await tx.objectStore('cases').put({ ...row, runs: rest })
  else await tx.objectStore('cases').delete(key)
  await noteWork(tx, after, line, place)
}

/** Of this member or of nobody yet. What was closed a week ago is forgotten on the way. */
export async function listWorked(db: Db, memberId: string | null, now: number): Promise<WorkedCase[]> {
  await fillOnce(db, now)
  const rows = whole(WorkedCase, await db.getAllFromIndex('cases', 'workedAt'))
  const isOver = ({ runs, workedAt }: WorkedCase) => now - workedAt > recentMs && !runs.some(({ isOpen }) => isOpen)
  const over = rows.filter(isOver)
  if (over.length > 0) await write(db, ['cases'], async (tx) => void (await Promise.all(over.map(({ key }) => tx.objectStore('cases').delete(key)))), 'relaxed')
  return rows.filter((row) => (row.memberId === memberId || row.memberId === null) && !isOver(row))
}

export async function getWorked(db: Db, memberId: string | null, caseKey: string): Promise<WorkedCase | null> {
  return checked(WorkedCase, await db.get('cases', keyOf(memberId, caseKey)))
}

/** What nobody had joined for becomes this member's. Needs `cases`. */
export async function adoptWork(tx: Tx, memberId: string): Promise<void> {
  const store = tx.objectStore('cases')
  for (const row of whole(WorkedCase, await store.getAll())) {
    if (row.memberId !== null) continue
    const key = keyOf(memberId, row.place.key)
    const there = checked(WorkedCase, await store.get(key))
    const runs = [...(there?.runs ?? []), ...row.runs]
    await store.put({ ...row, ...(there ? { place: there.place } : {}), key, memberId, runs, workedAt: Math.max(row.workedAt, there?.workedAt ?? 0) })
    await store.delete(row.key)
  }
}

const filled = 'casesFilled' satisfies MetaKey

/** Runs from before cases were kept: looked through once on each device. */
async function fillOnce(db: Db, now: number): Promise<void> {
  if (await read(db, ['meta'], (tx) => tx.objectStore('meta').get(filled))) return
  await write(db, ['cases', 'runs', 'meta'], async (tx) => {
    for (const run of whole(Run, await tx.objectStore('runs').getAll())) {
      const isKnown = checked(WorkedCase, await tx.objectStore('cases').get(keyOf(run.memberId, run.caseKey)))?.runs.some(({ runId }) => runId === run.id)
      if (!isKnown && (run.closedAt === null || now - run.closedAt <= recentMs)) await noteWork(tx, run, null, null)
    }
    await tx.objectStore('meta').put(true, filled)
  })
}

const unknownProgress = ({ id, playbook }: Run): RunProgress => ({
  ...{ runId: id, playbookId: playbook.id, title: playbook.title },
  ...{ done: 0, skipped: 0, notApplicable: 0, total: 0 },
})

function placeByKey(key: string): CasePlace {
  const isAddress = /^https?:/.test(key) && URL.canParse(key)
  return { key, title: key.slice(0, 500), url: isAddress ? key.slice(0, 2048) : '', siteName: null }
}
