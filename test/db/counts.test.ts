import { describe, expect, test } from 'vitest'
import { bundleCounts, type Counted, noteCount, noteUse } from '../../lib/db/counts.ts'
import { getHabits } from '../../lib/db/habits.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { endSession, saveSession } from '../../lib/db/session.ts'
import { mostCounts } from '../../lib/schema/counts.ts'
import { freshDatabase, id, jonas, mira, sessionOf, start } from './sample.ts'

const minuteMs = 60_000
const used = (subject: string, change: Partial<Counted> = {}): Counted => ({ kind: 'inserted', subject, day: '2026-11-26', now: start, ...change })

async function joined(member = mira) {
  const database = freshDatabase()
  await database.use((db) => saveSession(db, sessionOf(member)))
  const count = (...all: Counted[]) => all.reduce((before, one) => before.then(() => database.use((db) => noteCount(db, one))), Promise.resolve())
  const bundle = (n: number, now: number, eager = false) => database.use((db) => bundleCounts(db, { id: id(n), now, eager }))
  const told = async () => (await database.use(listOutbox)).map(({ route, memberId, body }) => ({ route, memberId, body }))
  return { ...database, count, bundle, told }
}

describe('sums on the device', () => {
  test('wait half an hour, then go into the outbox as one bundle, each sum once', async () => {
    const { count, bundle, told } = await joined()
    await count(used('a'), used('a', { now: start + minuteMs }), used('b', { kind: 'copied' }))
    expect([await bundle(1, start + 29 * minuteMs), await told()]).toEqual([false, []])
    expect(await bundle(2, start + 30 * minuteMs)).toBe(true)
    const counts = [
      { day: '2026-11-26', kind: 'copied', subject: 'b', count: 1 },
      { day: '2026-11-26', kind: 'inserted', subject: 'a', count: 2 },
    ]
    expect(await told()).toEqual([{ route: 'counts', memberId: mira.id, body: { counts } }])
    expect(await bundle(3, start + 120 * minuteMs)).toBe(false)
  })
  test('go at once when a person asks for it', async () => {
    const { count, bundle } = await joined()
    await count(used('a'))
    expect([await bundle(1, start, true), await bundle(2, start, true)]).toEqual([true, false])
  })
  test('fit into bundles that the hub takes', async () => {
    const { count, bundle, told } = await joined()
    await count(...Array.from({ length: mostCounts + 5 }, (_, at) => used(`s-${at}`)))
    expect([await bundle(1, start), await bundle(2, start, true), await bundle(3, start, true)]).toEqual([true, true, false])
    expect((await told()).map(({ body }) => (body as { counts: unknown[] }).counts.length)).toEqual([mostCounts, 5])
  })
  test('leave only under the member whose they are', async () => {
    const { use, count, bundle, told } = await joined()
    await count(used('a'))
    await use((db) => saveSession(db, sessionOf(jonas)))
    expect([await bundle(1, start, true), await told()]).toEqual([false, []])
    await use((db) => endSession(db, 'token-jonas', 'left'))
    await use((db) => saveSession(db, sessionOf(mira)))
    expect(await bundle(2, start, true)).toBe(true)
    expect(await told()).toMatchObject([{ memberId: mira.id }])
  })
  test('are not taken while nobody joined; what is used is remembered all the same', async () => {
    const { use } = freshDatabase()
    await use((db) => noteUse(db, null, 'snippet:a', used('a')))
    expect(await use((db) => db.count('counts'))).toBe(0)
    expect((await use((db) => getHabits(db, null))).used).toEqual({ 'snippet:a': 1 })
  })
})
