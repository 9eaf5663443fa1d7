// The worker's one connection: opened at first use, opened again once when the browser closed it under our hands.
import { type OpenOptions, openDatabase } from './open.ts'
import type { Db } from './schema.ts'

export interface Database {
  /** Runs `work` on an open connection. After an unexpected close it runs a second time: give it one transaction, or steps that may repeat. */
  use<T>(work: (db: Db) => Promise<T>): Promise<T>
  close(): void
}

export function createDatabase(options: OpenOptions): Database {
  let opening: Promise<Db> | null = null
  const lost = new WeakSet<Db>()

  function connect(): Promise<Db> {
    if (opening) return opening
    let mine: Db | null = null
    const attempt = openDatabase({
      ...options,
      onClosed() {
        if (mine) lost.add(mine)
        if (opening === attempt) opening = null
        options.onClosed?.()
      },
    })
    opening = attempt
    attempt.then(
      (db) => {
        mine = db
      },
      () => {
        if (opening === attempt) opening = null
      },
    )
    return attempt
  }

  return {
    async use(work) {
      const db = await connect()
      try {
        return await work(db)
      } catch (error) {
        if (!lost.has(db) || !isClosedConnection(error)) throw error
        return work(await connect())
      }
    },
    close() {
      opening?.then(
        (db) => db.close(),
        () => undefined,
      )
      opening = null
    },
  }
}

function isClosedConnection(error: unknown): boolean {
  return error instanceof Error && (error.name === 'InvalidStateError' || error.name === 'AbortError')
}
