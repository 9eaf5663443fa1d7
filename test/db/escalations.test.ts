import { expect, test } from 'vitest'
import { brokenRows } from '../../lib/db/broken.ts'
import { contentHash } from '../../lib/db/content-hash.ts'
import { claimNext, releaseDue, settle } from '../../lib/db/delivery.ts'
import { commitEscalation, escalationsOfCase, getEscalation, listEscalations, storeRecord, undoEscalation } from '../../lib/db/escalations.ts'
import { enqueue, listOutbox } from '../../lib/db/outbox.ts'
import { endSession, saveSession } from '../../lib/db/session.ts'
import { write } from '../../lib/db/transact.ts'
import { failRequest } from './faults.ts'
import { contentOf, freshDatabase, id, jonas, mira, recordOf, sessionOf, start } from './sample.ts'

const held = (n: number) => ({ content: contentOf(n), sendAfter: start + 5000, now: start })

test('a record and its outbox row are saved together, under the last member of the device', async () => {
  const { use } = freshDatabase()
  await use((db) => saveSession(db, sessionOf(mira)))
  await use((db) => endSession(db, 'token-mira', 'left'))
  const own = await use((db) => commitEscalation(db, held(1)))
  expect(own).toMatchObject({ id: id(1), memberId: mira.id, local: 'held', hash: await contentHash(contentOf(1)), record: null })
  expect(await use(listOutbox)).toMatchObject([{ id: id(1), order: 1, route: 'escalate', memberId: mira.id, sendAfter: start + 5000, state: 'waiting' }])
})

test('the same escalation saved twice is one', async () => {
  const { use } = freshDatabase()
  const first = await use((db) => commitEscalation(db, held(1)))
  expect(await use((db) => commitEscalation(db, { ...held(1), sendAfter: start + 9000 }))).toEqual(first)
  expect(await use(listOutbox)).toHaveLength(1)
})

test('ten at once get ten orders', async () => {
  const { use } = freshDatabase()
  await Promise.all(Array.from({ length: 10 }, (_, n) => use((db) => commitEscalation(db, held(n)))))
  expect((await use(listOutbox)).map((row) => row.order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('whichever request of saving fails, both or neither are there', async () => {
  for (let n = 1; ; n++) {
    const { use } = freshDatabase()
    await use((db) => saveSession(db, sessionOf(mira)))
    const isReached = await failRequest(n, () => use((db) => commitEscalation(db, held(1))))
    const counts = [(await use((db) => listEscalations(db, mira.id))).length, (await use(listOutbox)).length]
    expect(counts).toEqual(isReached ? [0, 0] : [1, 1])
    if (!isReached) return
  }
})

test('whichever request of undoing fails, it is undone whole or not at all', async () => {
  for (let n = 1; ; n++) {
    const { use } = freshDatabase()
    await use((db) => commitEscalation(db, held(1)))
    const isReached = await failRequest(n, () => use((db) => undoEscalation(db, id(1))))
    const own = await use((db) => getEscalation(db, id(1)))
    expect([own?.local, (await use(listOutbox)).length]).toEqual(isReached ? ['held', 1] : ['undone', 0])
    if (!isReached) return
  }
})

test('whichever request of settling fails, it is sent whole or waits whole', async () => {
  for (let n = 1; ; n++) {
    const { use } = freshDatabase()
    await use((db) => saveSession(db, sessionOf(mira)))
    await use((db) => commitEscalation(db, { ...held(1), sendAfter: start }))
    const claim = await use((db) => claimNext(db, start))
    if (claim.kind !== 'row') throw new Error('nothing to send')
    const isReached = await failRequest(n, () => use((db) => settle(db, claim.row, recordOf(1))))
    const own = await use((db) => getEscalation(db, id(1)))
    expect([own?.local, own?.record?.number, (await use(listOutbox)).length]).toEqual(isReached ? ['queued', undefined, 1] : ['sent', 1, 0])
    if (!isReached) return
  }
})

test('an undone escalation gives back what was typed, once', async () => {
  const { use } = freshDatabase()
  await use((db) => commitEscalation(db, held(1)))
  expect(await use((db) => undoEscalation(db, id(1)))).toMatchObject({ local: 'undone', content: { note: 'note 1' } })
  expect(await use((db) => undoEscalation(db, id(1)))).toBeNull()
})

test('what was released cannot be undone any more', async () => {
  const { use } = freshDatabase()
  await use((db) => commitEscalation(db, held(1)))
  expect(await use((db) => releaseDue(db, start + 4999))).toBe(false)
  expect(await use((db) => releaseDue(db, start + 5000))).toBe(true)
  expect(await use((db) => undoEscalation(db, id(1)))).toBeNull()
})

test('the first member to join adopts what was made before; another member does not get it', async () => {
  const { use } = freshDatabase()
  await use((db) => commitEscalation(db, held(1)))
  await use((db) => enqueue(db, { id: id(9), route: 'amend', params: { id: id(1) }, body: { note: 'more', severity: null }, now: start }))
  await use((db) => saveSession(db, sessionOf(mira)))
  await use((db) => saveSession(db, sessionOf(jonas)))
  expect((await use(listOutbox)).map((row) => row.memberId)).toEqual([mira.id, mira.id])
  expect(await use((db) => escalationsOfCase(db, 'demo-desk:1', jonas.id))).toEqual([])
  expect(await use((db) => escalationsOfCase(db, 'demo-desk:1', mira.id))).toHaveLength(1)
})

test('an older revision never replaces a newer one', async () => {
  const { use } = freshDatabase()
  const store = (revision: number) => use((db) => write(db, ['escalations'], (tx) => storeRecord(tx, recordOf(1, { revision }), 'd'.repeat(64))))
  await store(3)
  expect((await store(2)).moved).toBe(false)
  expect((await use((db) => getEscalation(db, id(1))))?.record?.revision).toBe(3)
})

test('a broken record is set aside and the rest works', async () => {
  const { use } = freshDatabase()
  await use((db) => commitEscalation(db, held(1)))
  await use((db) => db.put('escalations', { id: id(2), caseKey: 'demo-desk:2', local: 'nonsense' } as never))
  await use((db) => db.put('outbox', { id: id(3), order: 77 } as never))
  expect(await use((db) => listEscalations(db, null))).toHaveLength(1)
  expect(await use(listOutbox)).toHaveLength(1)
  expect((await use(brokenRows)).map(({ store, key }) => [store, key])).toEqual([
    ['escalations', id(2)],
    ['outbox', id(3)],
  ])
})
