// A team of four on a running hub, joined through the public API; its first invite is made in the database, as `init` does.
import { randomBytes } from 'node:crypto'
import { openPool } from '../database/pool.ts'
import { type Joined, seedTeam } from '../seed.ts'
import { createTeam } from '../team.ts'

export interface MadeTeam {
  admin: Joined
  lead: Joined
  agent: Joined
  agent2: Joined
}

/** Answers the code of the first admin's invite. */
export async function makeAdminInvite(databaseUrl: string, name = 'Test team'): Promise<string> {
  const { db } = openPool(databaseUrl, () => undefined)
  try {
    return (await createTeam(db, name, Date.now(), randomBytes)).code
  } finally {
    await db.destroy()
  }
}

export async function makeTeam(hub: { url: string; databaseUrl: string }, options: { name?: string; playbooksDir?: string } = {}): Promise<MadeTeam> {
  const adminInvite = await makeAdminInvite(hub.databaseUrl, options.name)
  const members = [
    { name: 'Ada Admin', role: 'admin' as const },
    { name: 'Lena Lead', role: 'lead' as const },
    { name: 'Ari Agent', role: 'agent' as const },
    { name: 'Mira Agent', role: 'agent' as const },
  ]
  const seed = { hubUrl: hub.url, adminInvite, playbooksDir: options.playbooksDir ?? null, members }
  const joined = await seedTeam(seed)
  const [admin, lead, agent, agent2] = members.map(({ name }) => joined[name]!)
  return { admin: admin!, lead: lead!, agent: agent!, agent2: agent2! }
}
