// How answers are kept for a repeated command that are not kept as they are: an invite without its code, which only the token that made it can make
// again, and an evidence file, which may weigh ten megabytes, as the instant that it was made at.
import { createHmac } from 'node:crypto'
import type { Invite } from '../lib/schema/member.ts'
import type { Call, Tx } from './call.ts'
import type { Keeping } from './commands.ts'
import { conflict } from './fault.ts'
import { evidenceHtml } from './routes/evidence.ts'
import { inviteHash, newInviteCode, type RandomBytes } from './secrets.ts'

/** The same bytes for the same token and key; at most 32. Neither the token nor the bytes are stored. */
export function derivedBytes(token: string, key: string): RandomBytes {
  const bytes = createHmac('sha256', token).update(`invite ${key}`).digest()
  return (size) => bytes.subarray(0, size)
}

export function inviteKeeping(tx: Tx, teamId: string, bytes: RandomBytes): Keeping {
  return {
    keep: (reply) => withoutCode(reply as Invite),
    restore: async (kept) => JSON.stringify(await withCode(tx, teamId, JSON.parse(kept) as Invite, bytes)),
  }
}

function withoutCode(reply: Invite): Invite {
  return { ...reply, code: '', url: reply.url.slice(0, -reply.code.length) }
}

/** Refuses where another device of the member, with another token, made the invite. */
async function withCode(tx: Tx, teamId: string, kept: Invite, bytes: RandomBytes): Promise<Invite> {
  const code = newInviteCode(bytes)
  const made = await tx.selectFrom('invites').select('role').where('team_id', '=', teamId).where('code_hash', '=', inviteHash(code)).executeTakeFirst()
  if (!made) throw conflict('The code of this invite was given to another device and is not kept. Nothing was changed; make a new invite.')
  return { ...kept, code, url: `${kept.url}${code}` }
}

/** Made anew as of the first time, with what was said on the case since. */
export function evidenceKeeping(call: Call<'evidence'>): Keeping {
  return {
    keep: () => ({ at: call.now }),
    restore: async (kept) => JSON.stringify({ html: await evidenceHtml(call, (JSON.parse(kept) as { at: number }).at) }),
  }
}
