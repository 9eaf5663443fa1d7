// Sums that devices tell: added up by member and day, and read by leads as how often and by how many people, never by whom.
import { sql } from 'kysely'
import type { Count, Usage } from '../../lib/schema/counts.ts'
import type { Call } from '../call.ts'

const mostRead = 1_000
const dayMs = 86_400_000

/** A bundle is told once: the command's key sees to that. */
export async function counts({ actor, request, tx }: Call<'counts'>) {
  const rows = summed(request.counts).map((count) => ({ ...count, team_id: actor.team.id, member_id: actor.member.id }))
  await tx
    .insertInto('counts')
    .values(rows)
    .onConflict((clash) => clash.columns(['team_id', 'member_id', 'day', 'kind', 'subject']).doUpdateSet({ count: sql`counts.count + excluded.count` }))
    .execute()
  return {}
}

/** One row for each key, in one order, so that two bundles at once do not wait for each other in a circle. */
function summed(all: Count[]): Count[] {
  const sums = new Map<string, Count>()
  for (const one of all) {
    const key = `${one.day} ${one.kind} ${one.subject}`
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
}

export async function usage({ actor, request, tx, now }: Call<'usage'>): Promise<Usage> {
  const since = new Date(now - (request.days - 1) * dayMs).toISOString().slice(0, 10)
  const from = tx.selectFrom('counts').where('team_id', '=', actor.team.id).where('day', '>=', since)
  const members = sql<number>`count(distinct member_id)`.as('members')
  const sumOf = (kind: Count['kind']) => sql<number>`coalesce(sum(count) filter (where kind = ${kind}), 0)`
  const snippets = await from
    .where('kind', '!=', 'nothing-found')
    .select(['subject', sumOf('inserted').as('inserted'), sumOf('copied').as('copied'), members])
    .groupBy('subject')
    .orderBy(sql`sum(count)`, 'desc')
    .orderBy('subject')
    .limit(mostRead)
    .execute()
  const searches = await from
    .where('kind', '=', 'nothing-found')
    .select(['subject', sql<number>`sum(count)`.as('count'), members, sql<string>`max(day)`.as('lastDay')])
    .groupBy('subject')
    .orderBy(sql`sum(count)`, 'desc')
    .orderBy('subject')
    .limit(mostRead)
    .execute()
  return {
    snippets: snippets.map((row) => ({ id: row.subject, inserted: Number(row.inserted), copied: Number(row.copied), members: Number(row.members) })),
    searches: searches.map((row) => ({ text: row.subject, count: Number(row.count), members: Number(row.members), lastDay: row.lastDay })),
  }
}
