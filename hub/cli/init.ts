// `handrail init`: makes a team in the data folder or in DATABASE_URL and prints its first admin's invite. Refuses an unintended second team.
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../database/pool.ts'
import { conflict } from '../fault.ts'
import { listed, placeOf } from '../greeting.ts'
import { databaseFrom, defaultPort } from '../options.ts'
import { inviteUrl } from '../secrets.ts'
import { openStorage } from '../storage.ts'
import { createTeam, hasAdmin, inviteFirstAdmin } from '../team.ts'
import type { Io } from './io.ts'

export const defaultUrl = `http://127.0.0.1:${defaultPort}`

interface Init {
  team: string
  data?: string
  url: string
  another?: boolean
}

export async function init({ team, data, url, another = false }: Init, { out, env }: Io): Promise<void> {
  const database = databaseFrom(env, data)
  const storage = await openStorage(database, { alone: false, wait, onLost: () => undefined })
  try {
    const { code, isNew } = await firstInvite(storage.db, team, another, placeOf(database))
    const options = [...(database.kind === 'embedded' ? ['--data', database.dataDir] : []), ...reachedBy(url)]
    const command = ['npm run hub', ...(options.length ? ['--', ...options] : [])].join(' ')
    out(
      [
        isNew
          ? `Team "${team}" is ready in ${placeOf(database)}.`
          : `Team "${team}" was in ${placeOf(database)} already, and no admin has joined it yet. This is a new invite.`,
        `Invite code of the first admin (works once, for seven days): ${code}`,
        `Invite link: ${inviteUrl(url, code)}`,
        `Start the hub with: ${command}`,
        '',
      ].join('\n'),
    )
  } finally {
    await storage.close()
  }
}

/** What the hub has to be told to be found at `url`, where the first invite says it is. */
function reachedBy(url: string): string[] {
  if (url === defaultUrl) return []
  const { hostname, port } = new URL(url)
  return hostname === '127.0.0.1' || hostname === 'localhost' ? ['--port', port || '80'] : ['--public-url', url]
}

/** A team that waits for its first admin gets a new invite; beside any other one a team is made on request only. */
async function firstInvite(db: Database, name: string, another: boolean, place: string): Promise<{ code: string; isNew: boolean }> {
  const teams = await db.selectFrom('teams').select(['id', 'name']).orderBy('created_at').orderBy('id').execute()
  if (another || !teams.length) return { ...(await createTeam(db, name, Date.now(), randomBytes)), isNew: true }
  const namesakes = teams.filter((team) => team.name === name)
  for (const { id } of namesakes) {
    if (!(await hasAdmin(db, id))) return { code: await inviteFirstAdmin(db, id, Date.now(), randomBytes), isNew: false }
  }
  const [only, ...others] = teams
  const isWaiting = only && !others.length && !(await hasAdmin(db, only.id))
  const existing = others.length ? `the teams ${listed(teams.map((team) => team.name))}` : `the team "${only?.name}"`
  const again = isWaiting ? ' that no admin has joined yet (--team with that name prints a new invite)' : ''
  throw conflict(`The hub in ${place} already has ${existing}${again}; add --another to make ${others.length ? 'one more' : 'a second team'}.`)
}
