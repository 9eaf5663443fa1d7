import { expect, test } from 'vitest'
import { getCaseMasker, storeRedaction } from '../../lib/db/redaction.ts'
import { write } from '../../lib/db/transact.ts'
import type { Redaction } from '../../lib/schema/redaction.ts'
import { freshDatabase } from '../db/sample.ts'

const said = 'jane@mail.example paid by 4111111111111111'
const version = (number: number, email: boolean): Redaction => ({
  ...{ version: number, hash: 'a'.repeat(64), publishedAt: number },
  rules: { email, phone: true, mask: [], keep: [] },
})

test('what the team says about masking never goes back, and a broken document masks what is masked without it', async () => {
  const { use } = freshDatabase()
  const store = (redaction: Redaction) => use((db) => write(db, ['meta'], (tx) => storeRedaction(tx, redaction)))
  const masked = async () => (await use(getCaseMasker))(said).text
  expect(await masked()).toBe('[e-mail at mail.example] paid by [card ending 1111]')
  await store(version(2, false))
  await store(version(1, true))
  expect(await masked()).toBe('jane@mail.example paid by [card ending 1111]')
  await use((db) => db.put('meta', { version: 'broken' }, 'redaction'))
  expect(await masked()).toBe('[e-mail at mail.example] paid by [card ending 1111]')
})
