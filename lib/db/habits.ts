// What each member likes to have at hand, apart by member: nobody meets what another member of the same device opened.
import { changeHabits } from '../domain/habits.ts'
import { type HabitChange, Habits, noHabits } from '../schema/habits.ts'
import { z } from '../schema/z.ts'
import { checked } from './checked.ts'
import type { AnyTx, Db, MetaKey, Tx } from './schema.ts'
import { read, write } from './transact.ts'

const ByOwner = z.record(z.string(), Habits)
const key = 'habits' satisfies MetaKey
const nobody = 'nobody'

/** `owner` is the member of this device, null while nobody ever joined. */
export function getHabits(db: Db, owner: string | null): Promise<Habits> {
  return read(db, ['meta'], async (tx) => (await all(tx))[owner ?? nobody] ?? noHabits)
}

export function saveHabit(db: Db, owner: string | null, change: HabitChange): Promise<Habits> {
  return write(db, ['meta'], (tx) => changeStoredHabits(tx, owner, (habits) => changeHabits(habits, change)), 'relaxed')
}

/** `saveHabit` inside a transaction on `meta`. */
export async function changeStoredHabits(tx: Tx, owner: string | null, change: (habits: Habits) => Habits): Promise<Habits> {
  const known = await all(tx)
  const habits = change(known[owner ?? nobody] ?? noHabits)
  await tx.objectStore('meta').put({ ...known, [owner ?? nobody]: habits }, key)
  return habits
}

async function all(tx: AnyTx): Promise<z.infer<typeof ByOwner>> {
  return checked(ByOwner, await tx.objectStore('meta').get(key)) ?? {}
}
