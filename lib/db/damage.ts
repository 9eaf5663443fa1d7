// Finds saved items that a damaged disk lost. The caller keeps the mark outside IndexedDB and saves it before it says "saved".
import { OutboxRow } from '../schema/outbox.ts'
import { z } from '../schema/z.ts'
import { whole } from './checked.ts'
import { readNextOrder, readSettled } from './order.ts'
import type { Db } from './schema.ts'
import { read, write } from './transact.ts'

/** What the outbox held when the mark was made: the next order to be given out, and the orders not settled yet. */
export const HighWaterMark = z.object({ nextOrder: z.int(), pending: z.array(z.int()) })
export type HighWaterMark = z.infer<typeof HighWaterMark>

/** What the database holds now. */
export interface Held extends HighWaterMark {
  settled: number[]
}

/** Orders that were saved and are gone, oldest first. `mark` null (first start, or the mark itself was lost): nothing can be said. */
export function lostOrders(mark: HighWaterMark | null, held: Held): number[] {
  if (!mark) return []
  const known = new Set([...held.pending, ...held.settled])
  return mark.pending.filter((order) => !known.has(order)).sort((a, b) => a - b)
}

export function readHeld(db: Db): Promise<Held> {
  return read(db, ['meta', 'outbox'], async (tx) => {
    const [nextOrder, settled, rows] = await Promise.all([readNextOrder(tx), readSettled(tx), tx.objectStore('outbox').getAll()])
    return { nextOrder, settled, pending: whole(OutboxRow, rows).map((row) => row.order) }
  })
}

/** The mark to keep outside. */
export async function readMark(db: Db): Promise<HighWaterMark> {
  const { nextOrder, pending } = await readHeld(db)
  return { nextOrder, pending }
}

/** After damage: no order that was given out before is given out again. */
export function raiseNextOrder(db: Db, mark: HighWaterMark): Promise<void> {
  return write(db, ['meta'], async (tx) => {
    if ((await readNextOrder(tx)) < mark.nextOrder) await tx.objectStore('meta').put(mark.nextOrder, 'nextOrder')
  })
}
