// One document of the team as last heard from the hub, kept with the single values; versions never go back.
import type { z } from '../schema/z.ts'
import { checked } from './checked.ts'
import type { Db, MetaKey, Tx } from './schema.ts'

/** `store` and `replace` need `meta` in the transaction. What cannot be read is none. */
export function teamDocument<T extends { version: number }>(key: MetaKey, shape: z.ZodMiniType<T>) {
  return {
    get: async (db: Db): Promise<T | null> => checked(shape, await db.get('meta', key)),
    /** Answers whether it is news. */
    async store(tx: Tx, document: T): Promise<boolean> {
      const before = checked(shape, await tx.objectStore('meta').get(key))
      if (before && before.version >= document.version) return false
      await tx.objectStore('meta').put(document, key)
      return true
    },
    /** The hub's instead of what is here, which may be another team's. */
    async replace(tx: Tx, document: T | null): Promise<void> {
      if (document) await tx.objectStore('meta').put(document, key)
      else await tx.objectStore('meta').delete(key)
    },
  }
}
