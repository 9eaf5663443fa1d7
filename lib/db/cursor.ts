// How far this device has read the team's feed, and when it last heard of the hub.
import { z } from '../schema/z.ts'
import { checked } from './checked.ts'
import type { AnyTx, Db, Tx } from './schema.ts'

/** Null before the first snapshot. Needs `meta` in the transaction. */
export async function readCursor(tx: AnyTx): Promise<number | null> {
  return checked(z.int(), await tx.objectStore('meta').get('cursor'))
}

/** Needs `meta` in the transaction. */
export async function storeCursor(tx: Tx, cursor: number, now: number): Promise<void> {
  await tx.objectStore('meta').put(cursor, 'cursor')
  await tx.objectStore('meta').put(now, 'heardAt')
}

export async function getHeardAt(db: Db): Promise<number | null> {
  return checked(z.int(), await db.get('meta', 'heardAt'))
}
