// Kinds of changes in the team's feed that this version of Handrail could not read. Kept until a snapshot, read by a version that can, has brought them.
import { z } from '../schema/z.ts'
import { checked } from './checked.ts'
import type { AnyTx, Db, Tx } from './schema.ts'
import { read } from './transact.ts'

/** No hub is that much newer. */
const mostKinds = 100

/** Needs `meta` in the transaction. */
export async function readPassedOver(tx: AnyTx): Promise<string[]> {
  return checked(z.array(z.string()), await tx.objectStore('meta').get('passedOver')) ?? []
}

export function listPassedOver(db: Db): Promise<string[]> {
  return read(db, ['meta'], readPassedOver)
}

/** Needs `meta` in the transaction. Answers whether any of them is new. */
export async function notePassedOver(tx: Tx, kinds: readonly string[]): Promise<boolean> {
  const known = await readPassedOver(tx)
  const all = [...new Set([...known, ...kinds])].slice(0, mostKinds)
  if (all.length === known.length) return false
  await tx.objectStore('meta').put(all, 'passedOver')
  return true
}

/** A snapshot has brought what these were about. */
export async function forgetPassedOver(tx: Tx, isRead: (kind: string) => boolean): Promise<void> {
  const left = (await readPassedOver(tx)).filter((kind) => !isRead(kind))
  if (left.length > 0) await tx.objectStore('meta').put(left, 'passedOver')
  else await tx.objectStore('meta').delete('passedOver')
}
