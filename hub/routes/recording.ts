// Closed runs: kept as they came, each once.
import { canonicalJson } from '../../lib/domain/canonical-json.ts'
import type { Call } from '../call.ts'
import { conflict, forbidden } from '../fault.ts'
import { requireVersion } from '../library.ts'

/** A run that was reopened and closed again replaces its own earlier close. */
export async function run({ actor, request, tx, now }: Call<'run'>) {
  const teamId = actor.team.id
  if (request.memberId !== null && request.memberId !== actor.member.id) throw forbidden('This run belongs to another member. Nothing was changed.')
  await requireVersion(tx, teamId, request.playbook.id, request.playbook.version)
  const row = {
    case_key: request.caseKey,
    playbook_id: request.playbook.id,
    version: request.playbook.version,
    closed_at: request.closedAt,
    received_at: now,
    record: JSON.stringify(request),
  }
  const stored = await tx
    .insertInto('runs')
    .values({ ...row, team_id: teamId, id: request.id, member_id: actor.member.id })
    .onConflict((clash) => clash.columns(['team_id', 'id']).doUpdateSet(row).where('runs.member_id', '=', actor.member.id))
    .returning('record')
    .executeTakeFirst()
  if (!stored || canonicalJson(stored.record) !== canonicalJson(request)) throw conflict('Another run has this id already. Nothing was changed.')
  return {}
}
