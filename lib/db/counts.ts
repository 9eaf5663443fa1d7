// Sums that wait to be told to the hub: counted by day, put into the outbox as one bundle, each sum in exactly one of the two places.
import { changeHabits } from '../domain/habits.ts'
import { type Count, type CountKind, mostCounts } from '../schema/counts.ts'
import type { ItemKey } from '../schema/habits.ts'
import { changeStoredHabits } from './habits.ts'
import { storeCommand } from './outbox.ts'
import type { Db, Tx } from './schema.ts'
import { readSession } from './session.ts'
import { write } from './transact.ts'

/** Kept apart by member: it leaves only under the one who did it. */
export interface CountRow extends Count {
  key: string
  memberId: string
  /** When the first of them was counted. */
  since: number
}

const bundleAfterMs = 30 * 60_000
const bundleAt = 60

export interface Counted {
  kind: CountKind
  subject: string
  day: string
  now: number
}

/** Remembers the use for the order of the search; `counted` is for the hub, null where nothing may be told. */
export function noteUse(db: Db, owner: string | null, item: ItemKey, counted: Counted | null): Promise<void> {
  return write(db, ['meta', 'counts'], async (tx) => {
    await changeStoredHabits(tx, owner, (habits) => changeHabits(habits, { kind: 'use', item }))
    if (counted) await add(tx, counted)
  })
}

export function noteCount(db: Db, counted: Counted): Promise<void> {
  return write(db, ['meta', 'counts'], (tx) => add(tx, counted))
}

/** Nobody joined, nobody to credit. */
async function add(tx: Tx, { kind, subject, day, now }: Counted): Promise<void> {
  const memberId = (await readSession(tx))?.member.id
  if (!memberId) return
  const store = tx.objectStore('counts')
  const key = `${memberId} ${day} ${kind} ${subject}`
  const before = await store.get(key)
  await store.put({ key, memberId, day, kind, subject, count: Math.min((before?.count ?? 0) + 1, 10_000), since: before?.since ?? now })
}

/** What has waited long enough, or is much, becomes one command; `eager` takes all. Answers whether there was something. */
export function bundleCounts(db: Db, { id, now, eager }: { id: string; now: number; eager: boolean }): Promise<boolean> {
  return write(db, ['counts', 'outbox', 'meta'], async (tx) => {
    const session = await readSession(tx)
    const store = tx.objectStore('counts')
    const mine = (await store.getAll()).filter(({ memberId }) => session?.state === 'active' && memberId === session.member.id)
    const isDue = eager || mine.length >= bundleAt || mine.some(({ since }) => now - since >= bundleAfterMs)
    if (mine.length === 0 || !isDue) return false
    const told = mine.slice(0, mostCounts)
    const counts = told.map(({ day, kind, subject, count }): Count => ({ day, kind, subject, count }))
    await storeCommand(tx, { id, route: 'counts', params: {}, body: { counts }, now })
    for (const { key } of told) await store.delete(key)
    return true
  })
}
