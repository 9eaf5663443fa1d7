import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lostOrders, raiseNextOrder, readHeld, readMark } from '../../lib/db/damage.ts'
import { claimNext, settle } from '../../lib/db/delivery.ts'
import { commitEscalation, undoEscalation } from '../../lib/db/escalations.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import type { Db, StoreName } from '../../lib/db/schema.ts'
import { saveSession } from '../../lib/db/session.ts'
import { write } from '../../lib/db/transact.ts'
import { contentOf, freshDatabase, id, mira, patienceMs, recordOf, runs, sessionOf, start } from './sample.ts'

const commit =
  (n: number, sendAfter = start) =>
  (db: Db) =>
    commitEscalation(db, { content: contentOf(n), sendAfter, now: start })

async function sendNext(db: Db): Promise<void> {
  const claim = await claimNext(db, start)
  if (claim.kind === 'row') await settle(db, claim.row, recordOf(Number.parseInt(claim.row.id.slice(-12), 16)))
}

type Copy = Map<StoreName, { keys: IDBValidKey[]; values: unknown[] }>
async function copyOf(db: Db): Promise<Copy> {
  const copy: Copy = new Map()
  for (const store of ['escalations', 'outbox', 'meta'] as const) copy.set(store, { keys: await db.getAllKeys(store), values: await db.getAll(store) })
  return copy
}
/** A log that lost its newest entries is the database as it was before them. */
function tearTo(db: Db, copy: Copy): Promise<void> {
  return write(db, [...copy.keys()], async (tx) => {
    for (const [name, { keys, values }] of copy) {
      const store = tx.objectStore(name)
      await store.clear()
      for (const [at, value] of values.entries()) await store.put(value as never, store.keyPath === null ? (keys[at] as never) : undefined)
    }
  })
}

test('nothing is reported while nothing is damaged', async () => {
  const { use } = freshDatabase()
  await use((db) => saveSession(db, sessionOf(mira)))
  await use(commit(1))
  await use(commit(2, start + 5000))
  const mark = await use(readMark)
  await use(sendNext)
  await use((db) => undoEscalation(db, id(2)))
  expect(lostOrders(mark, await use(readHeld))).toEqual([])
  expect(lostOrders(null, await use(readHeld))).toEqual([])
})

test('a removed database is reported with every unsent order', async () => {
  const { use } = freshDatabase()
  await use(commit(1))
  await use(commit(2))
  const mark = await use(readMark)
  expect(lostOrders(mark, await freshDatabase().use(readHeld))).toEqual([1, 2])
})

test('a single row that is gone is reported, whatever came after it', async () => {
  const { use } = freshDatabase()
  for (const n of [1, 2, 3]) await use(commit(n))
  const mark = await use(readMark)
  await use((db) => db.delete('outbox', id(2)))
  expect(lostOrders(mark, await use(readHeld))).toEqual([2])
})

test('after damage no order is given out twice', async () => {
  const { use } = freshDatabase()
  await use(commit(1))
  const torn = await use(copyOf)
  await use(commit(2))
  const mark = await use(readMark)
  await use((db) => tearTo(db, torn))
  await use((db) => raiseNextOrder(db, mark))
  await use(commit(3))
  expect((await use(listOutbox)).map((row) => row.order)).toEqual([1, 3])
})

test(
  'a log torn anywhere reports exactly what was saved after the tear and not sent before the mark',
  async () => {
    const step = fc.constantFrom('commit', 'send')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.nat(11), async (steps, tearAfter) => {
        const { use, close } = freshDatabase()
        await use((db) => saveSession(db, sessionOf(mira)))
        const copies = [await use(copyOf)]
        for (const [n, kind] of steps.entries()) {
          await use<unknown>(kind === 'commit' ? commit(n + 1) : sendNext)
          copies.push(await use(copyOf))
        }
        const mark = await use(readMark)
        await use((db) => tearTo(db, copies[Math.min(tearAfter, steps.length)]!))
        const left = new Set((await use(listOutbox)).map((row) => row.order))
        expect(lostOrders(mark, await use(readHeld))).toEqual(mark.pending.filter((order) => !left.has(order)))
        close()
      }),
      { numRuns: runs },
    )
  },
  patienceMs,
)
