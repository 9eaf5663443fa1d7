// Exactly once: a command's key, the hash of what it said and the answer are kept in the transaction of its effect, for ever.
import { canonicalJson } from '../lib/domain/canonical-json.ts'
import type { Actor, Tx } from './call.ts'
import { conflict } from './fault.ts'
import { sha256Hex } from './secrets.ts'

export const commandHash = (route: string, params: unknown, request: unknown): string =>
  sha256Hex(`${route}\n${canonicalJson(params)}\n${canonicalJson(request)}`)

/** How an answer is kept and given again; most are kept as they are. */
export interface Keeping {
  keep: (reply: unknown) => unknown
  restore: (kept: string) => Promise<string>
}
const asItIs: Keeping = { keep: (reply) => reply, restore: async (kept) => kept }

/** Runs `work` unless this key was answered before. A concurrent twin waits here for the first one's commit. */
export async function once(
  tx: Tx,
  actor: Actor,
  key: string,
  hash: string,
  at: number,
  work: () => Promise<unknown>,
  { keep, restore }: Keeping = asItIs,
): Promise<{ reply: string; replayed: boolean }> {
  const mine = { team_id: actor.team.id, member_id: actor.member.id, key }
  const claimed = await tx
    .insertInto('commands')
    .values({ ...mine, hash, reply: null, at })
    .onConflict((clash) => clash.doNothing())
    .returning('key')
    .executeTakeFirst()
  const row = tx.selectFrom('commands').where('team_id', '=', mine.team_id).where('member_id', '=', mine.member_id).where('key', '=', key)
  if (!claimed) {
    const earlier = await row.select(['hash', 'reply']).executeTakeFirstOrThrow()
    if (earlier.hash !== hash) throw conflict('This idempotency key was used for another request. Nothing was changed; send this one under a new key.')
    return { reply: await restore(earlier.reply ?? '{}'), replayed: true }
  }
  const said = await work()
  await tx
    .updateTable('commands')
    .set({ reply: JSON.stringify(keep(said)) })
    .where('team_id', '=', mine.team_id)
    .where('member_id', '=', mine.member_id)
    .where('key', '=', key)
    .execute()
  return { reply: JSON.stringify(said), replayed: false }
}
