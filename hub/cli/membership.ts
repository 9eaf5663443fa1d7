// `handrail join` and `handrail invite`.
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Role } from '../../lib/schema/member.ts'
import { type Client, createClient } from '../client.ts'
import { invalid } from '../fault.ts'

export function clientFor(hubUrl: string, token: string | null): Client {
  return createClient({ hubUrl, token, fetch, now: Date.now, random: randomBytes })
}

/** Prints the token alone on stdout, so that a script can keep it; the words go to stderr. */
export async function join({ hub, invite, name }: { hub?: string; invite: string; name: string }): Promise<void> {
  const { hubUrl, code } = readInvite(invite)
  const address = hub ?? hubUrl
  if (!address) throw invalid('This is a code without an address. Add --hub URL, or pass the whole invite link.')
  const joined = await clientFor(address, null)('join', { request: { invite: code, name, device: `Command line on ${hostname()}`.slice(0, 120) } })
  process.stderr.write(`Joined ${joined.team.name} as ${joined.member.name} (${joined.member.role}). Keep this token secret:\n`)
  process.stdout.write(`${joined.token}\n`)
}

export async function invite({ hub, token, role }: { hub: string; token: string; role: Role }): Promise<void> {
  const { code, url } = await clientFor(hub, token)('invite', { request: { role } })
  process.stdout.write(`Invite code for one ${role} (works once, for seven days): ${code}\nInvite link: ${url}\n`)
}

function readInvite(text: string): { hubUrl: string | null; code: string } {
  if (!URL.canParse(text) || !text.includes('#')) return { hubUrl: null, code: text }
  const link = new URL(text)
  return { hubUrl: link.origin, code: link.hash.slice(1) }
}
