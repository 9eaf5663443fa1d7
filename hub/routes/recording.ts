// Closed runs: kept as they came, each once; read by leads beside an escalation of their case.
import { canonicalJson } from '../../lib/domain/canonical-json.ts'
import { endingOf } from '../../lib/domain/run-ending.ts'
import type { RunEnding } from '../../lib/schema/run.ts'
import type { Call, Tx } from '../call.ts'
import { absent, conflict, forbidden } from '../fault.ts'
import { requireVersion } from '../library.ts'

const mostEndings = 50

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

/** By the escalation and not by the key of its case, which is often an address and would stand in every log on the way. */
export async function caseRuns({ actor, params, tx }: Call<'caseRuns'>): Promise<{ endings: RunEnding[] }> {
  const teamId = actor.team.id
  const of = await tx.selectFrom('escalations').select('case_key').where('team_id', '=', teamId).where('id', '=', params.id).executeTakeFirst()
  if (!of) throw absent('escalation')
  return { endings: await endingsOfCase(tx, teamId, of.case_key) }
}

/** Newest first. */
export async function endingsOfCase(tx: Tx, teamId: string, caseKey: string): Promise<RunEnding[]> {
  const rows = await tx
    .selectFrom('runs as r')
    .innerJoin('members as m', (join) => join.onRef('m.team_id', '=', 'r.team_id').onRef('m.id', '=', 'r.member_id'))
    .select(['r.record', 'm.id', 'm.name'])
    .where('r.team_id', '=', teamId)
    .where('r.case_key', '=', caseKey)
    .where('r.closed_at', 'is not', null)
    .orderBy('r.closed_at', 'desc')
    .limit(mostEndings)
    .execute()
  return rows.map(({ record, id, name }) => endingOf(record, { id, name })).filter((ending) => ending !== null)
}
