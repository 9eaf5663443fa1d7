// One hub per data folder: says who holds it. The lock itself is a session lock in the database, gone with its process.
import { readFile, rm, writeFile } from 'node:fs/promises'
import pg from 'pg'
import { HubFault } from '../fault.ts'
import { isAlive } from '../process.ts'
import type { DataFolder } from './data-folder.ts'

const lockId = 4_172_302
const attempts = 20
const pauseMs = 100

export interface Hold {
  /** Written once the address is known. */
  name(url: string, at: number): Promise<void>
  release(): Promise<void>
}

export async function hold(folder: DataFolder, databaseUrl: string, wait: (ms: number) => Promise<void>): Promise<Hold> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, application_name: 'handrail-holder' })
  client.on('error', () => undefined)
  await client.connect()
  // The session of a killed hub may outlive it for a moment.
  for (let attempt = 1; !(await tryLock(client)); attempt += 1) {
    const holder = await readHolder(folder)
    if (attempt === attempts || (holder && isAlive(holder.pid))) {
      await client.end()
      const who = holder ? `the hub at ${holder.url} (process ${holder.pid})` : 'another hub'
      throw new HubFault('conflict', 409, `The data folder ${folder.root} is in use by ${who}. Stop that one first, or name another folder with --data.`)
    }
    await wait(pauseMs)
  }
  return {
    name: (url, at) => writeFile(folder.holder, JSON.stringify({ pid: process.pid, url, startedAt: at })),
    release: async () => {
      await rm(folder.holder, { force: true })
      await client.end().catch(() => undefined)
    },
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [lockId])
  return rows[0]?.locked ?? false
}

async function readHolder(folder: DataFolder): Promise<{ pid: number; url: string } | null> {
  const text = await readFile(folder.holder, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as { pid: number; url: string })
}
