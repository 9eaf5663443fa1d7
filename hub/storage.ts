// Opens the database that the options name, brought to this hub's schema. What was started here is stopped on `close`.

import { migrate } from './database/migrate.ts'
import type { Database } from './database/pool.ts'
import { openPool } from './database/pool.ts'
import { type Hold, hold } from './embedded/holder.ts'
import { type EmbeddedServer, startEmbedded } from './embedded/server.ts'
import { errorCode, HubFault, isUnreachable } from './fault.ts'
import type { HubOptions } from './options.ts'

export interface Storage {
  db: Database
  databaseUrl: string
  /** Says in the data folder where the hub that holds it can be reached. */
  nameHolder(url: string, at: number): Promise<void>
  close(): Promise<void>
}

export interface StorageOptions {
  /** A hub holds its data folder alone; the command line may work beside a running one. */
  alone: boolean
  wait: (ms: number) => Promise<void>
  onLost: (error: Error) => void
}

export async function openStorage(database: HubOptions['database'], options: StorageOptions): Promise<Storage> {
  const server = database.kind === 'embedded' ? await startEmbedded(database.dataDir, options.wait) : null
  const databaseUrl = database.kind === 'embedded' ? (server as EmbeddedServer).databaseUrl : database.url
  let held: Hold | null = null
  const stopServer = async (isMine: boolean) => {
    if (server && isMine) await server.stop()
  }
  try {
    held = server && (options.alone || !server.adopted) ? await hold(server.folder, databaseUrl, options.wait) : null
  } catch (error) {
    await stopServer(!(server as EmbeddedServer).adopted)
    throw error
  }
  let isClosing = false
  const { db } = openPool(databaseUrl, (error) => isClosing || options.onLost(error))
  const close = async () => {
    // The server may end a connection before it has read our goodbye: no loss.
    isClosing = true
    await db.destroy()
    await stopServer(held !== null)
    await held?.release()
  }
  try {
    await migrate(db)
  } catch (error) {
    await close()
    throw readable(error)
  }
  return { db, databaseUrl, nameHolder: async (url, at) => held?.name(url, at), close }
}

function readable(error: unknown): unknown {
  const code = errorCode(error)
  if (code === '28P01' || code === '28000') return new HubFault('unavailable', 503, 'The PostgreSQL server refused the user or password in DATABASE_URL.')
  if (code === '3D000') return new HubFault('unavailable', 503, 'The database named in DATABASE_URL does not exist. Create it first.')
  if (isUnreachable(error))
    return new HubFault('unavailable', 503, 'The PostgreSQL server named in DATABASE_URL cannot be reached. Check that it runs and that the address is right.')
  return error
}
