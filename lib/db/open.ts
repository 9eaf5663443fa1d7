// Opens the device's database and brings it up to date. Never resets: a database it cannot serve is left as it is.
import { type IDBPDatabase, openDB } from 'idb'
import { type Migration, migrations } from './migrations/list.ts'
import type { Db, HandrailSchema } from './schema.ts'

/** A newer Handrail has been here. The data is untouched; installing that version again serves it. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase'
}

/** An update of the data failed half-way and was taken back whole; the old version is intact. `cause` says why. */
export class MigrationFailed extends Error {
  override name = 'MigrationFailed'
}

export interface OpenOptions {
  name: string
  migrations?: readonly Migration[]
  /** Another connection holds an older version open; opening goes on once it closes. */
  onBlocked?: () => void
  /** This connection was closed: by the browser, or to let a newer version upgrade. */
  onClosed?: () => void
}

export async function openDatabase({ name, migrations: list = migrations, onBlocked, onClosed }: OpenOptions): Promise<Db> {
  let failure: { cause: unknown } | null = null
  let db: Db | null = null
  try {
    db = await openDB<HandrailSchema>(name, list.length, {
      upgrade(upgrading, oldVersion, _newVersion, tx) {
        // idb ignores this promise: without the explicit abort a throw would leave half the rows migrated and the version raised.
        migrate(list, oldVersion, upgrading as unknown as IDBPDatabase, tx as never).catch((cause) => {
          failure = { cause }
          try {
            tx.abort()
          } catch {
            // The failure aborted it already.
          }
        })
        tx.done.catch(() => undefined)
      },
      blocked: () => onBlocked?.(),
      blocking(_current, _blocked, event) {
        ;(event.target as IDBDatabase).close()
        onClosed?.()
      },
      terminated: () => onClosed?.(),
    })
  } catch (error) {
    if (failure) throw new MigrationFailed('The data on this device could not be brought up to date. Nothing was changed.', failure)
    if (error instanceof Error && error.name === 'VersionError') {
      throw new NewerDatabase(`The data on this device was written by a newer Handrail; this one reads version ${list.length} at most.`, { cause: error })
    }
    throw error
  }
  if (failure) {
    db.close()
    throw new MigrationFailed('The data on this device could not be brought up to date.', failure)
  }
  return db
}

async function migrate(list: readonly Migration[], from: number, db: IDBPDatabase, tx: Parameters<Migration>[1]): Promise<void> {
  for (const migration of list.slice(from)) await migration(db, tx)
}
