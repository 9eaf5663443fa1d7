// Runs that were closed while their site was switched off: they stay on this device until it is on. Kept by id; the run itself is the record.
import { withoutUndo } from '../domain/migrate-run.ts'
import { imageHashes } from '../domain/proof.ts'
import { Run } from '../schema/run.ts'
import { z } from '../schema/z.ts'
import { checked } from './checked.ts'
import { storeUploads } from './images.ts'
import { storeCommand } from './outbox.ts'
import type { AnyTx, Db, Tx } from './schema.ts'
import { readSession } from './session.ts'
import { read, write } from './transact.ts'

async function readHeld(tx: AnyTx): Promise<string[]> {
  return checked(z.array(z.string()), await tx.objectStore('meta').get('heldRuns')) ?? []
}

/** Noted before the run is closed: one that turns out to be open is passed over. `isHeld` false: this time it is sent at once. */
export function holdRun(db: Db, id: string, isHeld: boolean): Promise<void> {
  return write(db, ['meta'], async (tx) => storeHeld(tx, [...(await withoutRun(tx, id)), ...(isHeld ? [id] : [])]))
}

/** Closed ones of the member of this device, or of nobody yet. */
export function listHeldRuns(db: Db): Promise<Run[]> {
  return read(db, ['runs', 'meta'], async (tx) => {
    const memberId = (await readSession(tx))?.member.id ?? null
    const runs = await Promise.all((await readHeld(tx)).map(async (id) => checked(Run, await tx.objectStore('runs').get(id))))
    return runs.filter((run) => run !== null && run.closedAt !== null && (run.memberId === null || run.memberId === memberId)) as Run[]
  })
}

/** Puts the run, as it is now, among what is sent. Opened again meanwhile, it is held no more: closing it decides anew. */
export function releaseRun(db: Db, id: string, command: { id: string; now: number }): Promise<boolean> {
  return write(db, ['runs', 'images', 'outbox', 'meta'], async (tx) => {
    if (!(await readHeld(tx)).includes(id)) return false
    await storeHeld(tx, await withoutRun(tx, id))
    const run = checked(Run, await tx.objectStore('runs').get(id))
    if (!run || run.closedAt === null || run.wentTo) return false
    const row = await storeCommand(tx, { ...command, route: 'run', params: {}, body: withoutUndo(run) })
    await storeUploads(tx, id, imageHashes(run.steps), { now: row.createdAt, sendAfter: row.sendAfter })
    return true
  })
}

const withoutRun = async (tx: Tx, id: string) => (await readHeld(tx)).filter((other) => other !== id)

async function storeHeld(tx: Tx, held: string[]): Promise<void> {
  await tx.objectStore('meta').put(held, 'heldRuns')
}
