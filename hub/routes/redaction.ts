// Publishing what the team says about masking: one document, every change a new version. A pattern that no device could use is refused.
import { patternFault } from '../../lib/domain/pattern.ts'
import { printRedaction } from '../../lib/playbook/redaction-file.ts'
import type { Redaction } from '../../lib/schema/redaction.ts'
import type { Call, Tx } from '../call.ts'
import { invalid } from '../fault.ts'
import { sha256Hex } from '../secrets.ts'
import { lockTeam } from './team-row.ts'

/** Null where the team says nothing. */
export async function newestRedaction(tx: Tx, teamId: string): Promise<Redaction | null> {
  const row = await tx
    .selectFrom('redaction_versions')
    .select(['version', 'hash', 'rules', 'published_at'])
    .where('team_id', '=', teamId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { version: row.version, hash: row.hash, rules: row.rules, publishedAt: row.published_at } : null
}

export async function publishRedaction({ actor, request, tx, now, emit, audit }: Call<'publishRedaction'>): Promise<Redaction> {
  const patterns = [...request.mask, ...request.keep].flatMap((entry) => (typeof entry === 'string' ? [] : [entry.pattern]))
  const fault = patterns.map(patternFault).find((one) => one !== null)
  if (fault) throw invalid(`Nothing was published. ${fault}`)
  const teamId = actor.team.id
  const hash = sha256Hex(printRedaction(request))
  await lockTeam(tx, teamId)
  const newest = await newestRedaction(tx, teamId)
  if (newest?.hash === hash) return newest
  const redaction: Redaction = { version: (newest?.version ?? 0) + 1, hash, rules: request, publishedAt: now }
  await tx
    .insertInto('redaction_versions')
    .values({ team_id: teamId, version: redaction.version, hash, rules: JSON.stringify(request), published_at: now, published_by: actor.member.id })
    .execute()
  emit(teamId, ['team'], { type: 'redaction.published', redaction })
  await audit(teamId, 'redaction.published', String(redaction.version))
  return redaction
}
