// Turns a bearer token into a member, asking the database every time: roles and revocations count at once.
import type { Actor } from './call.ts'
import type { Database } from './database/pool.ts'
import { unauthorized } from './fault.ts'
import { sha256 } from './secrets.ts'

const noteSeenEveryMs = 60_000

export async function authenticate(db: Database, token: string, now: number): Promise<Actor> {
  const row = await db
    .selectFrom('devices as d')
    .innerJoin('members as m', (join) => join.onRef('m.team_id', '=', 'd.team_id').onRef('m.id', '=', 'd.member_id'))
    .innerJoin('teams as t', 't.id', 'd.team_id')
    .select(['d.id as deviceId', 'd.revoked_at', 'd.last_seen_at', 'm.id', 'm.name', 'm.role', 'm.joined_at', 't.id as teamId', 't.name as teamName'])
    .where('d.token_hash', '=', sha256(token))
    .executeTakeFirst()
  if (!row || row.revoked_at !== null) throw unauthorized()
  if (row.last_seen_at === null || now - row.last_seen_at > noteSeenEveryMs) {
    await db.updateTable('devices').set({ last_seen_at: now }).where('team_id', '=', row.teamId).where('id', '=', row.deviceId).execute()
  }
  return {
    team: { id: row.teamId, name: row.teamName },
    member: { id: row.id, name: row.name, role: row.role, joinedAt: row.joined_at },
    deviceId: row.deviceId,
  }
}

export function bearerOf(header: string | undefined): string {
  const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(header ?? '')?.[1]
  if (!token) throw unauthorized()
  return token
}
