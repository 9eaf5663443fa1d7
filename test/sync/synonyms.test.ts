import { expect, test } from 'vitest'
import { getSynonyms, storeSynonyms } from '../../lib/db/synonyms.ts'
import { write } from '../../lib/db/transact.ts'
import type { Synonyms } from '../../lib/schema/synonyms.ts'
import { freshDatabase } from '../db/sample.ts'

const version = (number: number): Synonyms => ({ version: number, hash: 'a'.repeat(64), lists: [['chargeback', 'dispute']], publishedAt: number })

test('synonyms never go back to an older version, and a broken document is none', async () => {
  const { use } = freshDatabase()
  const store = (number: number) => use((db) => write(db, ['meta'], (tx) => storeSynonyms(tx, version(number))))
  expect(await use(getSynonyms)).toBeNull()
  expect([await store(2), await store(1), await store(2), await store(3)]).toEqual([true, false, false, true])
  expect((await use(getSynonyms))?.version).toBe(3)
  await use((db) => db.put('meta', { version: 'broken' }, 'synonyms'))
  expect(await use(getSynonyms)).toBeNull()
  expect(await store(1)).toBe(true)
})
