// Connections to PostgreSQL and the query builder over them. Bigint columns come back as numbers: instants and counters fit.
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

const bigint = 20
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === bigint ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/** `onLost` hears of idle connections that broke; the pool replaces them by itself. */
export function openPool(databaseUrl: string, onLost: (error: Error) => unknown): { db: Database; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'handrail-hub',
    max: 12,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    lock_timeout: 8_000,
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
    types,
  })
  pool.on('error', onLost)
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) }
}
