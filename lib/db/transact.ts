// All of it or none of it: one transaction around a piece of work. Inside, await nothing but the transaction's own requests.
import type { Db, ReadTx, StoreName, Tx } from './schema.ts'

/** `strict` reaches the disk before it resolves (0.3 ms more): everything that an agent is told is saved. `relaxed` is for caches. */
export type Durability = 'strict' | 'relaxed'

/** Resolves when the transaction is complete. When `work` throws, nothing of it stays. */
export async function write<T>(db: Db, stores: StoreName[], work: (tx: Tx) => Promise<T>, durability: Durability = 'strict'): Promise<T> {
  const tx = db.transaction(stores, 'readwrite', { durability })
  // Awaited below; this keeps an abort that comes first from being reported as unhandled.
  tx.done.catch(() => undefined)
  let result: T
  try {
    result = await work(tx)
  } catch (error) {
    abort(tx)
    await tx.done.catch(() => undefined)
    throw error
  }
  await tx.done
  return result
}

export async function read<T>(db: Db, stores: StoreName[], work: (tx: ReadTx) => Promise<T>): Promise<T> {
  const tx = db.transaction(stores, 'readonly')
  tx.done.catch(() => undefined)
  return work(tx)
}

/** Without this, what was written before the throw would commit by itself. */
function abort(tx: Tx): void {
  try {
    tx.abort()
  } catch {
    // Already aborted by the failure itself.
  }
}
