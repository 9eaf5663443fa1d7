// `handrail join` and `handrail invite`.
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Member, Role } from '../../lib/schema/member.ts'
import { type Client, createClient } from '../client.ts'
import { invalid } from '../fault.ts'
import type { Io } from './io.ts'

export function clientFor(hubUrl: string, token: string | null): Client {
  return createClient({ hubUrl, token, fetch, now: Date.now, random: randomBytes })
}

/** Prints the token alone on stdout, so that a script can keep it; the words go to stderr. */
export async function join({ hub, invite, name }: { hub?: string; invite: string; name: string }, { out, err }: Io): Promise<void> {
  const { hubUrl, code } = readInvite(invite)
  const address = hub ?? hubUrl
  if (!address) throw invalid('This is a code without an address. Add --hub URL, or pass the whole invite link.')
  const joined = await clientFor(address, null)('join', { request: { invite: code, name, device: `Command line on ${hostname()}`.slice(0, 120) } })
  err(`Joined ${joined.team.name} as ${joined.member.name} (${joined.member.role}). Keep this token secret:\n`)
  out(`${joined.token}\n`)
}

/** `member`: name or id of the member who comes back on a new device; without it, somebody new joins as `role`. */
export async function invite({ hub, token, role, member }: { hub: string; token: string; role?: Role; member?: string }, { out }: Io): Promise<void> {
  const client = clientFor(hub, token)
  const known = member === undefined ? null : await findMember(client, member)
  const asRole = known?.role ?? role
  if (!asRole) throw invalid('Say who is invited: --role for somebody new, or --member NAME for a new device of a member.')
  const { code, url } = await client('invite', { request: { role: asRole, ...(known ? { memberId: known.id } : {}) } })
  const whom = known ? `a new device of ${known.name}` : `one ${asRole}`
  out(`Invite code for ${whom} (works once, for seven days): ${code}\nInvite link: ${url}\n`)
}

async function findMember(client: Client, wanted: string): Promise<Member> {
  const typed = wanted.trim().toLowerCase()
  const { members } = await client('members')
  const [found, ...others] = members.filter(({ id, name }) => id === typed || name.toLowerCase() === typed)
  if (!found) throw invalid(`There is nobody called "${wanted}" in your team.`)
  if (others.length) {
    const ids = [found, ...others].map(({ id, role }) => `${id} (${role})`).join(', ')
    throw invalid(`${others.length + 1} members are called "${wanted}": pass the id of one of them instead, ${ids}.`)
  }
  return found
}

function readInvite(text: string): { hubUrl: string | null; code: string } {
  if (!URL.canParse(text) || !text.includes('#')) return { hubUrl: null, code: text }
  const link = new URL(text)
  return { hubUrl: link.origin, code: link.hash.slice(1) }
}
