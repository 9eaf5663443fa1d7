import { expect, test } from 'vitest'
import { claimNext, refuse } from '../../lib/db/delivery.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { commitReceipt } from '../../lib/db/receipts.ts'
import { saveSession } from '../../lib/db/session.ts'
import { freshDatabase, id, mira, sessionOf, start } from './sample.ts'

test.each([
  { kind: 'seen', kept: [] },
  { kind: 'acknowledged', kept: [{ route: 'receipt', state: 'refused', problem: 'The hub has no such version.' }] },
] as const)('a receipt that somebody gave stays when the hub refuses it, one that came by itself goes: $kind', async ({ kind, kept }) => {
  const { use } = freshDatabase()
  await use((db) => saveSession(db, sessionOf(mira)))
  await use((db) => commitReceipt(db, { id: id(1), receipt: { playbookId: 'counterfeit', version: 4, kind, onCase: false }, now: start }))
  const claim = await use((db) => claimNext(db, start + 1))
  if (claim.kind !== 'row') throw new Error('nothing to send')
  await use((db) => refuse(db, claim.row, 'The hub has no such version.'))
  expect(await use(listOutbox)).toMatchObject(kept)
})
