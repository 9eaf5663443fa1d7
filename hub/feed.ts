// The team's ordered log: appended under the team's row lock, so that numbers have no gaps and no late arrivals.
import { sql } from 'kysely'
import type { FeedEvent } from '../lib/schema/feed.ts'
import type { Emission, Tx } from './call.ts'
import { notify } from './channel.ts'
import type { Database } from './database/pool.ts'

/** Further behind than this, a snapshot is cheaper. */
export const longestCatchUp = 5_000
/** A page ends with the event that passes this. Devices refuse answers above 5 MB, and one that they refuse would hold them up for ever. */
const pageBytes = 1024 * 1024

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

/** The next page after `after`: at most `limit` events up to `last`, for all audiences; the caller filters. Numbers have no gaps. */
export async function readEvents(
  db: Database | Tx,
  teamId: string,
  after: number,
  last: number,
  limit: number,
): Promise<{ logged: LoggedEvent[]; upto: number }> {
  const size = sql`octet_length(body::text)`
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('events')
        .select(['seq', 'audience', 'body', 'at', sql<number>`sum(${size}) over (order by seq) - ${size}`.as('before')])
        .where('team_id', '=', teamId)
        .where('seq', '>', after)
        .where('seq', '<=', Math.min(last, after + limit))
        .as('page'),
    )
    .select(['seq', 'audience', 'body', 'at'])
    .where('before', '<', pageBytes)
    .orderBy('seq')
    .execute()
  const logged = rows.map(({ seq, audience, body, at }) => ({ audience, event: { ...body, seq, at } as FeedEvent }))
  return { logged, upto: logged.at(-1)?.event.seq ?? last }
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
