// Numbers the outbox. An order is given out once and remembered when it is settled, so that a missing row means damage, not success.
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

/** Says that the row with this order left the outbox as it should. Needs `meta` in the transaction. */
export async function noteSettled(tx: Tx, order: number): Promise<void> {
  const settled = [...(await readSettled(tx)), order]
  await tx.objectStore('meta').put(settled.slice(-remembered), 'settledOrders')
}
