// Databases for one test file on the lane's server: empty ones, and copies of one that is filled once.
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { inject } from 'vitest'
import { openPool } from '../hub/database/pool.ts'

async function asked<T>(url: string, ask: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
  const { pool, db } = openPool(url, () => undefined)
  const connection = await pool.connect()
  try {
    return await ask(connection)
  } finally {
    connection.release()
    await db.destroy()
  }
}

const freshName = () => `test_${randomBytes(6).toString('hex')}`

function urlOf(name: string): string {
  const url = new URL(inject('serverUrl'))
  url.pathname = `/${name}`
  return url.href
}

export async function freshDatabase(): Promise<string> {
  const name = freshName()
  await asked(inject('serverUrl'), (connection) => connection.query(`create database ${name}`))
  return urlOf(name)
}

/**
 * A copy of the database that `fill` fills for whoever of the lane asks first, and what `fill` answered then. Nothing may be connected
 * to the database when `fill` ends.
 */
export async function copyOf(model: string, fill: (databaseUrl: string) => Promise<string>): Promise<{ databaseUrl: string; kept: string }> {
  const name = freshName()
  const kept = await asked(inject('serverUrl'), async (connection) => {
    // Held for as long as the filling takes, which is longer than a statement of the product may wait.
    await connection.query('set statement_timeout = 0; set lock_timeout = 0')
    await connection.query('select pg_advisory_lock(1)')
    const read = "select shobj_description(oid, 'pg_database') as kept from pg_database where datname = $1"
    let found = await connection.query<{ kept: string }>(read, [model])
    if (!found.rows.length) {
      const half = freshName()
      await connection.query(`create database ${half}`)
      const answer = await fill(urlOf(half))
      await connection.query(`comment on database ${half} is ${connection.escapeLiteral(answer)}`)
      await connection.query(`alter database ${half} rename to ${model}`)
      found = await connection.query<{ kept: string }>(read, [model])
    }
    await connection.query(`create database ${name} template ${model}`)
    return found.rows[0]?.kept ?? ''
  })
  return { databaseUrl: urlOf(name), kept }
}
