// One PostgreSQL server for a lane of tests, started before its first file and gone after its last; each file has databases of its own in it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openPool } from '../hub/database/pool.ts'
import { startHub } from '../hub/testing/hub-process.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder for what is made once for all files. */
    laneFolder: string
    /** Address of a database of the server from which others can be made. */
    serverUrl: string
  }
}

/** Nothing here outlives its test, so nothing waits for the disk. What survives a power cut is tested on servers of its own. */
const quick = ['fsync', 'synchronous_commit', 'full_page_writes']

/** The server is one that a hub brings; nobody calls that hub. */
export default async function startOneServer(lane: TestProject): Promise<() => Promise<void>> {
  const hub = await startHub()
  const { pool, db } = openPool(hub.databaseUrl, () => undefined)
  for (const setting of quick) await pool.query(`alter system set ${setting} = off`)
  await pool.query('select pg_reload_conf()')
  await pool.query('create table made_once (what text primary key, answer text not null)')
  await db.destroy()
  lane.provide('serverUrl', hub.databaseUrl)
  const folder = await mkdtemp(join(tmpdir(), 'handrail-lane-'))
  lane.provide('laneFolder', folder)
  return async () => {
    await hub.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
