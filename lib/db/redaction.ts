// What the team says about masking, as last heard from the hub. One document, kept with the single values; versions never go back.
import { caseMasker } from '../domain/mask.ts'
import type { Masker } from '../domain/mask-rule.ts'
import { Redaction } from '../schema/redaction.ts'
import { checked } from './checked.ts'
import type { Db, MetaKey, Tx } from './schema.ts'

const key = 'redaction' satisfies MetaKey

/** For what is said of a case. Rules that cannot be read are none: what is masked without them is masked. */
export async function getCaseMasker(db: Db): Promise<Masker> {
  return caseMasker(checked(Redaction, await db.get('meta', key))?.rules ?? null)
}

/** Needs `meta` in the transaction. */
export async function storeRedaction(tx: Tx, redaction: Redaction): Promise<void> {
  const before = checked(Redaction, await tx.objectStore('meta').get(key))
  if (!before || before.version < redaction.version) await tx.objectStore('meta').put(redaction, key)
}

/** The hub's instead of what is here, which may be another team's. Needs `meta` in the transaction. */
export async function replaceRedaction(tx: Tx, redaction: Redaction | null): Promise<void> {
  if (redaction) await tx.objectStore('meta').put(redaction, key)
  else await tx.objectStore('meta').delete(key)
}
