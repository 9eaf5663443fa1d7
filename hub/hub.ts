// What every part of a running hub needs: its database, its clock, its luck, its log.
import type { Logger } from 'pino'
import type { Database } from './database/pool.ts'
import type { RandomBytes } from './secrets.ts'

export interface Hub {
  db: Database
  now: () => number
  random: RandomBytes
  log: Logger
  /** Address that people reach it by; null: the one that they called. */
  publicUrl: string | null
  /** Chromium ids of our extension beside the pinned one. */
  extensionIds: readonly string[]
}
