// Publishing the team's equal words: one document, every change a new version.
import { printSynonyms } from '../../lib/playbook/synonyms-file.ts'
import type { Synonyms } from '../../lib/schema/synonyms.ts'
import type { Call, Tx } from '../call.ts'
import { sha256Hex } from '../secrets.ts'
import { lockTeam } from './team-row.ts'

/** Null where the team has none. */
export async function newestSynonyms(tx: Tx, teamId: string): Promise<Synonyms | null> {
  const row = await tx
    .selectFrom('synonym_versions')
    .select(['version', 'hash', 'lists', 'published_at'])
    .where('team_id', '=', teamId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { version: row.version, hash: row.hash, lists: row.lists, publishedAt: row.published_at } : null
}

export async function publishSynonyms({ actor, request, tx, now, emit, audit }: Call<'publishSynonyms'>): Promise<Synonyms> {
  const teamId = actor.team.id
  const hash = sha256Hex(printSynonyms(request))
  await lockTeam(tx, teamId)
  const newest = await newestSynonyms(tx, teamId)
  if (newest?.hash === hash) return newest
  const synonyms: Synonyms = { version: (newest?.version ?? 0) + 1, hash, lists: request.lists, publishedAt: now }
  await tx
    .insertInto('synonym_versions')
    .values({ team_id: teamId, version: synonyms.version, hash, lists: JSON.stringify(request.lists), published_at: now, published_by: actor.member.id })
    .execute()
  emit(teamId, ['team'], { type: 'synonyms.published', synonyms })
  await audit(teamId, 'synonyms.published', String(synonyms.version))
  return synonyms
}
