// The team's equal words as last heard from the hub. One document, kept with the single values; versions never go back.
import { Synonyms } from '../schema/synonyms.ts'
import { checked } from './checked.ts'
import type { Db, MetaKey, Tx } from './schema.ts'

const key = 'synonyms' satisfies MetaKey

export async function getSynonyms(db: Db): Promise<Synonyms | null> {
  return checked(Synonyms, await db.get('meta', key))
}

/** Needs `meta` in the transaction. */
export async function storeSynonyms(tx: Tx, synonyms: Synonyms): Promise<boolean> {
  const before = checked(Synonyms, await tx.objectStore('meta').get(key))
  if (before && before.version >= synonyms.version) return false
  await tx.objectStore('meta').put(synonyms, key)
  return true
}

/** The hub's instead of what is here, which may be another team's. Needs `meta` in the transaction. */
export async function replaceSynonyms(tx: Tx, synonyms: Synonyms | null): Promise<void> {
  if (synonyms) await tx.objectStore('meta').put(synonyms, key)
  else await tx.objectStore('meta').delete(key)
}
