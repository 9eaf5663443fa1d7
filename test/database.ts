// Databases for one test file on the lane's server, empty ones and copies, and whatever else is made once for all files of a lane.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
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
 * What `make` answers for whoever of the lane asks first; the others wait for it. A failure is nobody's answer: the next one tries again.
 */
export function madeOnce(what: string, make: () => Promise<string>): Promise<string> {
  return asked(inject('serverUrl'), async (connection) => {
    // Held for as long as the making takes, which is longer than a statement of the product may wait.
    await connection.query('set statement_timeout = 0; set lock_timeout = 0')
    await connection.query('select pg_advisory_lock(hashtext($1))', [what])
    const { rows } = await connection.query<{ answer: string }>('select answer from made_once where what = $1', [what])
    if (rows[0]) return rows[0].answer
    const answer = await make()
    await connection.query('insert into made_once (what, answer) values ($1, $2)', [what, answer])
    return answer
  })
}

/** A copy of a database, to which nothing is connected. */
export async function copyOf(databaseUrl: string): Promise<string> {
  const name = freshName()
  await asked(inject('serverUrl'), (connection) => connection.query(`create database ${name} template ${new URL(databaseUrl).pathname.slice(1)}`))
  return urlOf(name)
}

/** A folder that `build` filled, the same for all files of the lane. */
export function builtOnce(name: string, build: (folder: string) => Promise<void>): Promise<string> {
  return madeOnce(name, async () => {
    const folder = join(inject('laneFolder'), name)
    await build(folder)
    return folder
  })
}
