// Numbers the outbox. An order is given out once and remembered when it is settled, so that a missing row means damage, not success.
import type { OutboxRow } from '../schema/outbox.ts'
import { z } from '../schema/z.ts'
import { checked } from './checked.ts'
import type { AnyTx, Tx } from './schema.ts'

const Orders = z.array(z.int())
/** More than this many rows cannot settle between two saves of the high-water mark. */
const remembered = 2000

export async function readNextOrder(tx: AnyTx): Promise<number> {
  return checked(z.int(), await tx.objectStore('meta').get('nextOrder')) ?? 1
}

/** Needs `meta` in the transaction. */
export async function takeOrder(tx: Tx): Promise<number> {
  const order = await readNextOrder(tx)
  await tx.objectStore('meta').put(order + 1, 'nextOrder')
  return order
}

export async function readSettled(tx: AnyTx): Promise<number[]> {
  return checked(Orders, await tx.objectStore('meta').get('settledOrders')) ?? []
}

/** Takes the row out of the outbox, as it should go. Needs `outbox` and `meta` in the transaction. */
export async function settleRow(tx: Tx, { id, order }: Pick<OutboxRow, 'id' | 'order'>): Promise<void> {
  await tx.objectStore('outbox').delete(id)
  const settled = [...(await readSettled(tx)), order]
  await tx.objectStore('meta').put(settled.slice(-remembered), 'settledOrders')
}
