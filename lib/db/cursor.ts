// How far this device has read the team's feed.
import { z } from '../schema/z.ts'
import { checked } from './checked.ts'
import type { AnyTx, Tx } from './schema.ts'

/** Null before the first snapshot. Needs `meta` in the transaction. */
export async function readCursor(tx: AnyTx): Promise<number | null> {
  return checked(z.int(), await tx.objectStore('meta').get('cursor'))
}

/** Needs `meta` in the transaction. */
export async function storeCursor(tx: Tx, cursor: number): Promise<void> {
  await tx.objectStore('meta').put(cursor, 'cursor')
}
