// Pictures taken as evidence, under the hash of their bytes. One is stored with the record that names it, and goes when nothing names it any more.
import { imageHashes } from '../domain/proof.ts'
import { uuidOf } from '../domain/uuid.ts'
import { OwnEscalation } from '../schema/escalation.ts'
import { Instant, Uuid } from '../schema/ids.ts'
import { OutboxRow } from '../schema/outbox.ts'
import { Image, type ImageRef } from '../schema/proof.ts'
import { Run, type StepRecord } from '../schema/run.ts'
import { z } from '../schema/z.ts'
import { checked, whole } from './checked.ts'
import { settleRow } from './order.ts'
import { storeRow } from './outbox.ts'
import type { Db, Tx } from './schema.ts'
import { write } from './transact.ts'

/** `memberId`: who took it; null while nobody ever joined. */
export const StoredImage = z.extend(Image, { memberId: z.nullable(Uuid), takenAt: Instant })
export type StoredImage = z.infer<typeof StoredImage>

/** Body of an outbox row that sends a picture: the bytes are read when it leaves. `of` is the escalation or the run that names it. */
export const ImageOrder = z.object({ of: Uuid, hash: Image.shape.hash })

export async function getImage(db: Db, hash: string): Promise<StoredImage | null> {
  return checked(StoredImage, await db.get('images', hash))
}

/** What a run that came with a hand-over says of a picture that may not be here: the hand-over to ask the hub for it by. */
export async function cameWith(db: Db, hash: string): Promise<{ of: string; image: ImageRef } | null> {
  for (const run of whole(Run, await db.getAll('runs'))) {
    if (!run.cameFrom) continue
    const proofs = recordsOf(run).flatMap((record) => record.proofs ?? [])
    const proof = proofs.find((one) => one.kind === 'screenshot' && one.image.hash === hash)
    if (proof?.kind === 'screenshot') return { of: run.cameFrom.handoverId, image: proof.image }
  }
  return null
}

export function putImage(db: Db, image: StoredImage): Promise<void> {
  return write(db, ['images'], async (tx) => void (await tx.objectStore('images').put(image)))
}

/**
 * One row for each picture, under the same id whenever it is asked for again; in the transaction of what names them. Of a run that is closed
 * again, what it no longer names is not sent. Needs `outbox` and `meta`.
 */
export async function storeUploads(tx: Tx, of: string, hashes: ReadonlySet<string>, { now, sendAfter }: { now: number; sendAfter: number }) {
  for (const row of whole(OutboxRow, await tx.objectStore('outbox').getAll())) {
    const order = row.route === 'image' && row.attempts === 0 ? ImageOrder.safeParse(row.body) : null
    if (!order?.success || order.data.of !== of || hashes.has(order.data.hash)) continue
    await settleRow(tx, row)
  }
  for (const hash of hashes) await storeRow(tx, { id: uuidOf(of, hash), route: 'image', params: {}, body: { of, hash }, createdAt: now, sendAfter })
}

/** Forgets pictures that no run, no way back, no unsent item and no own escalation names. Answers how many. */
export function sweepImages(db: Db): Promise<number> {
  return write(db, ['images', 'runs', 'outbox', 'escalations'], async (tx) => {
    const hashes = await tx.objectStore('images').getAllKeys()
    if (hashes.length === 0) return 0
    const named = new Set<string>()
    const name = (records: readonly Pick<StepRecord, 'proofs'>[] = []) => {
      for (const hash of imageHashes(records)) named.add(hash)
    }
    const runs = await tx.objectStore('runs').getAll()
    for (const run of whole(Run, runs)) name(recordsOf(run))
    for (const { content } of whole(OwnEscalation, await tx.objectStore('escalations').getAll())) name(content.run?.lines)
    for (const { body } of whole(OutboxRow, await tx.objectStore('outbox').getAll())) {
      const order = ImageOrder.safeParse(body)
      if (order.success) named.add(order.data.hash)
    }
    // A run that cannot be read may name any of them.
    const stale = whole(Run, runs).length === runs.length ? hashes.filter((hash) => !named.has(hash)) : []
    for (const hash of stale) await tx.objectStore('images').delete(hash)
    return stale.length
  })
}

/** Every record that a run holds: standing, earlier, and those that a way back would bring again. */
function recordsOf({ steps, former, undo, move }: Run): Pick<StepRecord, 'proofs'>[] {
  const of = (answers: Pick<Run, 'steps' | 'former' | 'undo'>) => [
    ...answers.steps,
    ...(answers.former ?? []).map(({ record }) => record),
    ...(answers.undo ?? []).flatMap(({ before }) => before ?? []),
  ]
  return [...of({ steps, former, undo }), ...(move?.before ? of(move.before) : [])]
}
