// Playbooks being worked through on this device. One open run per case, playbook and member, pinned to its version.
import { namesProof, tooLate } from '../domain/edit-proof.ts'
import { imageHashes } from '../domain/proof.ts'
import type { CasePlace, RunProgress } from '../schema/handover.ts'
import type { PlaybookVersion } from '../schema/playbook.ts'
import type { Proof } from '../schema/proof.ts'
import { Run } from '../schema/run.ts'
import { moveWork, noteWork } from './cases.ts'
import { checked, whole } from './checked.ts'
import { type StoredImage, storeUploads } from './images.ts'
import { type NewCommand, storeCommand } from './outbox.ts'
import type { Db, Tx } from './schema.ts'
import { write } from './transact.ts'

/** What `My cases` shows of a change: where the case is, as far as it was read lately, and how far the run is. */
export type Note = (run: Run, playbook: PlaybookVersion) => { place: CasePlace | null; progress: RunProgress }

export class RunMissing extends Error {
  override name = 'RunMissing'
}

export async function getRun(db: Db, id: string): Promise<Run | null> {
  return checked(Run, await db.get('runs', id))
}

/** Of this member or of nobody yet; the last worked on first. */
export async function runsOfCase(db: Db, caseKey: string, memberId: string | null): Promise<Run[]> {
  const runs = whole(Run, await db.getAllFromIndex('runs', 'caseKey', caseKey))
  return runs.filter((run) => run.memberId === memberId || run.memberId === null).sort((a, b) => b.updatedAt - a.updatedAt)
}

/** The cases on which this version was started; the last worked on first. */
export async function caseKeysOf(db: Db, { id, version }: { id: string; version: number }): Promise<string[]> {
  const runs = whole(Run, await db.getAll('runs')).filter(({ playbook }) => playbook.id === id && playbook.version === version)
  return [...new Set(runs.sort((a, b) => b.updatedAt - a.updatedAt).map(({ caseKey }) => caseKey))]
}

/** Saves `run` and pins `playbook` in one step, or answers the open run that is already there. */
export function startOrResume(db: Db, run: Run, playbook: PlaybookVersion, note: Note | null = null): Promise<Run> {
  return write(db, ['runs', 'playbookVersions', 'cases'], async (tx) => {
    const known = whole(Run, await tx.objectStore('runs').index('caseKey').getAll(run.caseKey))
    const open = known.find((other) => other.playbook.id === run.playbook.id && other.memberId === run.memberId && other.closedAt === null)
    if (open) return open
    await tx.objectStore('runs').put(run)
    await tx.objectStore('playbookVersions').put(playbook)
    await noteIn(tx, run, playbook, note)
    return run
  })
}

/** The page turned out to be another case: its open runs go there, where the same playbook is not open already. */
export function carryOpenRuns(db: Db, from: string, to: string, place: CasePlace | null = null): Promise<void> {
  return write(db, ['runs', 'cases'], async (tx) => {
    const byCase = tx.objectStore('runs').index('caseKey')
    const isOpen = ({ closedAt }: Run) => closedAt === null
    const there = whole(Run, await byCase.getAll(to)).filter(isOpen)
    for (const run of whole(Run, await byCase.getAll(from)).filter(isOpen)) {
      const isTaken = there.some((other) => other.playbook.id === run.playbook.id && other.memberId === run.memberId)
      if (isTaken) continue
      const carried = { ...run, caseKey: to }
      await tx.objectStore('runs').put(carried)
      await moveWork(tx, run, carried, place)
    }
  })
}

/** What commits with a change of a run. */
export interface Along {
  /** Makes the outbox row that sends the run; its pictures follow. */
  command?: ((run: Run) => NewCommand) | undefined
  image?: StoredImage | undefined
  /** Evidence that the change edits. */
  edits?: Proof | undefined
  note?: Note | null
}

/**
 * Reads, changes and writes in one transaction, so that two panels on one run lose nothing of each other. `change` gets the pinned
 * version and the one that the team works with now, awaits nothing, and may throw to leave all as it is; a run that it moves to the latter is
 * pinned to it.
 */
export function changeRun(
  db: Db,
  id: string,
  change: (run: Run, playbook: PlaybookVersion, live: PlaybookVersion | null) => Run,
  { command, image, edits, note = null }: Along = {},
): Promise<{ run: Run; playbook: PlaybookVersion }> {
  return write(db, ['runs', 'playbooks', 'playbookVersions', 'images', 'outbox', 'meta', 'cases', 'escalations'], async (tx) => {
    const before = checked(Run, await tx.objectStore('runs').get(id))
    if (!before) throw new RunMissing('This run is not on this device any more.')
    const playbook = await tx.objectStore('playbookVersions').get([before.playbook.id, before.playbook.version])
    if (!playbook) throw new RunMissing('The playbook version of this run is not on this device any more.')
    const live = (await tx.objectStore('playbooks').get(before.playbook.id)) ?? null
    if (edits) await refuseSent(tx, edits)
    const run = change(before, playbook, live)
    await tx.objectStore('runs').put(run)
    if (live && run.playbook.version === live.version) await tx.objectStore('playbookVersions').put(live)
    if (image) await tx.objectStore('images').put(image)
    if (command) {
      const row = await storeCommand(tx, command(run))
      await storeUploads(tx, id, imageHashes(run.steps), { now: row.createdAt, sendAfter: row.sendAfter })
    }
    await noteIn(tx, run, playbook.version === run.playbook.version ? playbook : (live ?? playbook), note)
    return { run, playbook }
  })
}

/** An escalation that was undone before it left goes: it would keep what the evidence said. */
async function refuseSent(tx: Tx, proof: Proof): Promise<void> {
  const store = tx.objectStore('escalations')
  for (const own of await store.getAll()) {
    if (!namesProof(own, proof)) continue
    if (own.local !== 'undone') throw new RunMissing(tooLate)
    await store.delete(own.id)
  }
}

async function noteIn(tx: Tx, run: Run, playbook: PlaybookVersion, note: Note | null): Promise<void> {
  const { place, progress } = note?.(run, playbook) ?? { place: null, progress: null }
  await noteWork(tx, run, progress, place)
}
