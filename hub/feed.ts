// The team's ordered log: appended under the team's row lock, so that numbers have no gaps and no late arrivals.
import { sql } from 'kysely'
import type { FeedEvent } from '../lib/schema/feed.ts'
import type { Emission, Tx } from './call.ts'
import { notify } from './channel.ts'
import type { Database } from './database/pool.ts'

/** Further behind than this, a snapshot is cheaper. */
export const longestCatchUp = 5_000

/** The last thing a transaction does: the row lock is held for a moment only. */
export async function appendEvents(tx: Tx, teamId: string, at: number, emissions: Emission[]): Promise<void> {
  const count = emissions.length
  const { feed_seq } = await tx
    .updateTable('teams')
    .set({ feed_seq: sql`feed_seq + ${count}` })
    .where('id', '=', teamId)
    .returning('feed_seq')
    .executeTakeFirstOrThrow()
  const rows = emissions.map(({ audience, body }, index) => ({
    team_id: teamId,
    seq: feed_seq - count + 1 + index,
    type: body.type,
    audience,
    body: JSON.stringify(body),
    at,
  }))
  await tx.insertInto('events').values(rows).execute()
  await notify(tx, { kind: 'feed', teamId })
}

export interface LoggedEvent {
  event: FeedEvent
  audience: string[]
}

/** Everything in `(after, upto]` where `upto` is at most `limit` events on; the caller filters by audience. */
export async function readEvents(db: Database | Tx, teamId: string, after: number, upto: number, limit: number): Promise<LoggedEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['seq', 'audience', 'body', 'at'])
    .where('team_id', '=', teamId)
    .where('seq', '>', after)
    .where('seq', '<=', upto)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(({ seq, audience, body, at }) => ({ audience, event: { ...body, seq, at } as FeedEvent }))
}

export interface FeedBounds {
  seq: number
  floor: number
}

export async function feedBounds(db: Database | Tx, teamId: string): Promise<FeedBounds> {
  const row = await db.selectFrom('teams').select(['feed_seq', 'feed_floor']).where('id', '=', teamId).executeTakeFirstOrThrow()
  return { seq: row.feed_seq, floor: row.feed_floor }
}

/** A cursor ahead of the feed comes from before a restored backup: it cannot be trusted either. */
export function canServe(cursor: number, { seq, floor }: FeedBounds): boolean {
  return cursor >= floor && cursor <= seq && seq - cursor <= longestCatchUp
}
