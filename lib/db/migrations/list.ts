// The migrations in order; the database's version is their count. A landed file is frozen: mend it with a new one.
import type { IDBPDatabase, IDBPTransaction } from 'idb'
import { first } from './0001-first.ts'
import { atWork } from './0002-at-work.ts'

/** Untyped on purpose: a migration speaks of the stores as they were, not as the types say today. Awaits only IndexedDB. */
export type Migration = (db: IDBPDatabase, tx: IDBPTransaction<unknown, string[], 'versionchange'>) => Promise<void> | void

export const migrations: readonly Migration[] = [first, atWork]
