import 'fake-indexeddb/auto'
import { forceCloseDatabase } from 'fake-indexeddb'
import { openDB, unwrap } from 'idb'
import { expect, test } from 'vitest'
import { createDatabase } from '../../lib/db/database.ts'
import { type Migration, migrations } from '../../lib/db/migrations/list.ts'
import { MigrationFailed, NewerDatabase, openDatabase } from '../../lib/db/open.ts'
import { fixtures } from './fixtures.ts'

let names = 0
const freshName = () => `open-${++names}`

const renameNotes: Migration = async (_db, tx) => {
  for await (const cursor of tx.objectStore('drafts').iterate()) await cursor.update({ ...cursor.value, text: `new ${cursor.value.text}` })
}
const failing: Migration = async (db, tx) => {
  db.createObjectStore('extra')
  await renameNotes(db, tx)
  throw new Error('half-way')
}

async function makeVersion(name: string, version: number): Promise<void> {
  const db = await openDatabase({ name, migrations: migrations.slice(0, version) })
  for (const [store, rows] of Object.entries(fixtures[version - 1]!)) {
    for (const { key, value } of rows) await db.put(store as 'meta', value, key as 'session')
  }
  db.close()
}

async function dump(name: string): Promise<{ version: number; stores: Record<string, unknown[]> }> {
  const db = await openDB(name)
  const stores: Record<string, unknown[]> = {}
  for (const store of db.objectStoreNames) stores[store] = await db.getAll(store)
  const { version } = db
  db.close()
  return { version, stores }
}

test('there is a fixture for every version', () => {
  expect(fixtures).toHaveLength(migrations.length)
})

test.each(fixtures.map((_, index) => index + 1))('a database of version %i opens today with every row', async (version) => {
  const name = freshName()
  await makeVersion(name, version)
  const db = await openDatabase({ name })
  expect(db.version).toBe(migrations.length)
  db.close()
  const { stores } = await dump(name)
  for (const [store, rows] of Object.entries(fixtures[version - 1]!)) expect(stores[store]).toHaveLength(rows.length)
})

test('opening twice changes nothing', async () => {
  const name = freshName()
  await makeVersion(name, 1)
  const before = await dump(name)
  ;(await openDatabase({ name, migrations: migrations.slice(0, 1) })).close()
  expect(await dump(name)).toEqual(before)
})

test('a later migration runs once over the rows that are there', async () => {
  const name = freshName()
  await makeVersion(name, 1)
  const list = [...migrations.slice(0, 1), renameNotes]
  ;(await openDatabase({ name, migrations: list })).close()
  ;(await openDatabase({ name, migrations: list })).close()
  expect((await dump(name)).stores.drafts).toEqual([expect.objectContaining({ text: 'new half a sentence' })])
})

test('a throwing migration leaves the old version whole', async () => {
  const name = freshName()
  await makeVersion(name, 1)
  const before = await dump(name)
  await expect(openDatabase({ name, migrations: [...migrations.slice(0, 1), failing] })).rejects.toThrow(MigrationFailed)
  expect(await dump(name)).toEqual(before)
})

test('a throwing second migration takes the first one back too', async () => {
  const name = freshName()
  await makeVersion(name, 1)
  const before = await dump(name)
  const attempt = openDatabase({ name, migrations: [...migrations.slice(0, 1), renameNotes, failing] })
  await expect(attempt).rejects.toMatchObject({ name: 'MigrationFailed', cause: new Error('half-way') })
  expect(await dump(name)).toEqual(before)
})

test('a newer database is refused and untouched', async () => {
  const name = freshName()
  await makeVersion(name, 1)
  ;(await openDatabase({ name, migrations: [...migrations, renameNotes, renameNotes] })).close()
  const before = await dump(name)
  await expect(openDatabase({ name })).rejects.toThrow(NewerDatabase)
  expect(await dump(name)).toEqual(before)
})

test('an open connection steps aside for an upgrade, and then knows that the database is newer', async () => {
  const name = freshName()
  let closed = 0
  const older = createDatabase({ name, onClosed: () => closed++ })
  await older.use((db) => db.count('drafts'))
  const newer = await openDatabase({ name, migrations: [...migrations, renameNotes] })
  expect(closed).toBe(1)
  await expect(older.use((db) => db.count('drafts'))).rejects.toThrow(NewerDatabase)
  newer.close()
})

test('a connection that the browser closed is opened again once', async () => {
  const name = freshName()
  const database = createDatabase({ name })
  let attempts = 0
  const count = await database.use(async (db) => {
    if (attempts++ === 0) forceCloseDatabase(unwrap(db) as never)
    return db.count('drafts')
  })
  expect([attempts, count]).toEqual([2, 0])
  database.close()
})

test('an upgrade that another connection holds up is reported, and goes on when that one closes', async () => {
  const name = freshName()
  const stubborn = await openDB(name, migrations.length, { upgrade: (db) => void db.createObjectStore('drafts') })
  let blocked = 0
  const waiting = openDatabase({
    name,
    migrations: [...migrations, () => undefined],
    onBlocked: () => {
      blocked++
      stubborn.close()
    },
  })
  ;(await waiting).close()
  expect(blocked).toBe(1)
})
