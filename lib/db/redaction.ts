// What the team says about masking.
import { caseMasker } from '../domain/mask.ts'
import type { Masker } from '../domain/mask-rule.ts'
import { Redaction } from '../schema/redaction.ts'
import type { Db } from './schema.ts'
import { teamDocument } from './team-document.ts'

const document = teamDocument('redaction', Redaction)
export const { store: storeRedaction, replace: replaceRedaction } = document

/** For what is said of a case. Without rules, what is masked without them is masked. */
export async function getCaseMasker(db: Db): Promise<Masker> {
  return caseMasker((await document.get(db))?.rules ?? null)
}
