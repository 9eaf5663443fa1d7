// Fills a new team through the public API: members and the content of a playbook folder.
import { randomBytes } from 'node:crypto'
import type { Role } from '../lib/schema/member.ts'
import type { RouteResponse } from '../lib/schema/routes.ts'
import { type ClientOptions, createClient } from './client.ts'
import { invalid } from './fault.ts'
import { readPlaybookFolder } from './playbook-folder.ts'
import { pushItems } from './push.ts'

export type Joined = RouteResponse<'join'>
export interface Seed {
  hubUrl: string
  /** Code of the first admin's invite, from `createTeam` or `handrail init`. */
  adminInvite: string
  /** null: members only. */
  playbooksDir: string | null
  members: { name: string; role: Role }[]
}

type Means = Pick<ClientOptions, 'fetch' | 'now' | 'random'>
const real: Means = { fetch, now: Date.now, random: randomBytes }

/** Who joins with the first invite when nobody in `members` is an admin. */
export const seedAdminName = 'Admin'

/** Answers by name; the first admin of `members` takes the admin invite, or "Admin" does. */
export async function seedTeam(seed: Seed, means: Means = real): Promise<Record<string, Joined>> {
  const { hubUrl, members } = seed
  const clientOf = (token: string | null) => createClient({ hubUrl, token, ...means })
  const join = (invite: string, name: string) => clientOf(null)('join', { request: { invite, name, device: 'seed' } })
  const adminName = members.find(({ role }) => role === 'admin')?.name ?? seedAdminName
  const admin = await join(seed.adminInvite, adminName)
  const asAdmin = clientOf(admin.token)
  const joined: Record<string, Joined> = { [adminName]: admin }
  for (const { name, role } of members) {
    if (name === adminName) continue
    const { code } = await asAdmin('invite', { request: { role } })
    joined[name] = await join(code, name)
  }
  if (seed.playbooksDir) {
    const { items, problems } = await readPlaybookFolder(seed.playbooksDir)
    const fault = problems.find(({ severity }) => severity === 'error')
    if (fault) throw invalid(`${fault.file}:${fault.line}: ${fault.message}`)
    await pushItems(asAdmin, await asAdmin('snapshot'), items, { note: 'First version' })
  }
  return joined
}
