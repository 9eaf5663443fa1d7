// Which news each member has put behind on this device, apart by member. Looking at a list reads nothing; a person says so.
import { NewsKey } from '../schema/news.ts'
import { z } from '../schema/z.ts'
import { checked } from './checked.ts'
import type { AnyTx, Db, MetaKey } from './schema.ts'
import { read, write } from './transact.ts'

const ByOwner = z.record(z.string(), z.array(NewsKey))
const key = 'newsRead' satisfies MetaKey
const remembered = 2000

export function getRead(db: Db, owner: string): Promise<string[]> {
  return read(db, ['meta'], async (tx) => (await all(tx))[owner] ?? [])
}

export function addRead(db: Db, owner: string, keys: readonly string[]): Promise<void> {
  return write(
    db,
    ['meta'],
    async (tx) => {
      const known = await all(tx)
      const mine = [...new Set([...(known[owner] ?? []), ...keys])].slice(-remembered)
      await tx.objectStore('meta').put({ ...known, [owner]: mine }, key)
    },
    'relaxed',
  )
}

async function all(tx: AnyTx): Promise<z.infer<typeof ByOwner>> {
  return checked(ByOwner, await tx.objectStore('meta').get(key)) ?? {}
}
