// What every part of sync is given: the database, and the world as parameters.
import type { Database } from '../db/database.ts'
import type { Movement } from './movement.ts'

export interface SyncContext {
  database: Database
  fetch: typeof fetch
  /** Milliseconds since 1970. */
  now: () => number
  /** In [0, 1). */
  random: () => number
  /** Runs `work` alone among all contexts of this device, after those that wait already. Web Locks in the worker. */
  lock: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Told after each commit that moved something. */
  onMoved: (movement: Movement) => void
}
