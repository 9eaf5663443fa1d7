// The mark of what was saved, kept in storage.local beside the database: a torn database is noticed, and the lost orders are named.
import type { Area } from '../../lib/browser.ts'
import { HighWaterMark, lostOrders, raiseNextOrder, readHeld, readMark } from '../../lib/db/damage.ts'
import type { Database } from '../../lib/db/database.ts'
import { z } from '../../lib/schema/z.ts'
import { createSerial } from './serially.ts'

const markKey = 'high-water-mark'
const lostKey = 'lost-orders'
const Orders = z.array(z.int())

export interface HighWater {
  /** After every write of the outbox and before anybody is told "saved". */
  keep(): Promise<void>
  /** At each start: compares, and remembers what is gone. */
  check(): Promise<void>
  lost(): Promise<number[]>
  /** A person has seen to what was lost. */
  forgive(): Promise<void>
}

export function createHighWater(database: Database, area: Area): HighWater {
  const serially = createSerial()

  async function lost(): Promise<number[]> {
    const parsed = Orders.safeParse((await area.get(lostKey))[lostKey])
    return parsed.success ? parsed.data : []
  }
  async function save(): Promise<void> {
    await area.set({ [markKey]: await database.use(readMark) })
  }

  // A mark saved before the comparison would hide the loss, so every save waits for one check.
  let checking: Promise<void> | null = null
  const check = () => {
    checking ??= serially(async () => {
      const parsed = HighWaterMark.safeParse((await area.get(markKey))[markKey])
      const mark = parsed.success ? parsed.data : null
      const gone = lostOrders(mark, await database.use(readHeld))
      if (gone.length > 0) await area.set({ [lostKey]: [...new Set([...(await lost()), ...gone])] })
      if (mark) await database.use((db) => raiseNextOrder(db, mark))
      await save()
    })
    checking.catch(() => {
      checking = null
    })
    return checking
  }

  return {
    check,
    lost,
    forgive: () => serially(() => area.remove(lostKey)),
    async keep() {
      await check()
      await serially(save)
    },
  }
}
