// Receipts of playbook versions: kept once each, told to their member and to leads; and how far each agent has come.
import type { Reading, Receipt } from '../../lib/schema/receipt.ts'
import type { Actor, Call, Tx } from '../call.ts'
import { absent } from '../fault.ts'
import { requireVersion } from '../library.ts'

const most = 5_000

type Recording = Pick<Call<'receipt'>, 'actor' | 'tx' | 'now' | 'emit' | 'audit'>

export async function receipt(call: Call<'receipt'>) {
  await requireVersion(call.tx, call.actor.team.id, call.request.playbookId, call.request.version)
  await recordReceipt(call, call.request)
  return {}
}

/** Of the member who calls; kept once. */
export async function recordReceipt({ actor, tx, now, emit, audit }: Recording, { playbookId, version, kind, onCase = false }: Call<'receipt'>['request']) {
  const teamId = actor.team.id
  const made = await tx
    .insertInto('receipts')
    .values({ team_id: teamId, member_id: actor.member.id, playbook_id: playbookId, version, kind, on_case: onCase, at: now })
    .onConflict((clash) => clash.doNothing())
    .returning('version')
    .executeTakeFirst()
  if (!made) return
  const record: Receipt = { playbookId, version, memberId: actor.member.id, kind, at: now, onCase }
  emit(teamId, ['leads', `member:${actor.member.id}`], { type: 'receipt.recorded', receipt: record })
  if (kind === 'acknowledged') await audit(teamId, 'playbook.confirmed', `${playbookId} ${version}`)
}

/** Of agents who can still read it: somebody without a device has left, or is yet to come. */
export async function readings({ actor, params, tx }: Call<'readings'>): Promise<{ readings: Reading[] }> {
  const teamId = actor.team.id
  const known = await tx.selectFrom('playbook_versions').select('id').where('team_id', '=', teamId).where('id', '=', params.id).executeTakeFirst()
  if (!known) throw absent('playbook')
  const rows = await tx
    .selectFrom('members as m')
    .leftJoin('receipts as r', (join) => join.onRef('r.team_id', '=', 'm.team_id').onRef('r.member_id', '=', 'm.id').on('r.playbook_id', '=', params.id))
    .select(({ fn }) => ['m.id', 'm.name', fn.max('r.version').as('seen'), fn.max('r.version').filterWhere('r.kind', '=', 'acknowledged').as('confirmed')])
    .where('m.team_id', '=', teamId)
    .where('m.role', '=', 'agent')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('devices as d')
          .select('d.id')
          .whereRef('d.team_id', '=', 'm.team_id')
          .whereRef('d.member_id', '=', 'm.id')
          .where('d.revoked_at', 'is', null),
      ),
    )
    .groupBy(['m.id', 'm.name'])
    .orderBy('m.name')
    .execute()
  return { readings: rows.map(({ id, name, seen, confirmed }) => ({ member: { id, name }, seen, confirmed })) }
}

/** For the snapshot: a member's own, so that a new device asks for nothing twice. */
export async function receiptsOf(tx: Tx, { team, member }: Actor): Promise<Receipt[]> {
  const rows = await tx
    .selectFrom('receipts')
    .selectAll()
    .where('team_id', '=', team.id)
    .where('member_id', '=', member.id)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ playbook_id, version, member_id, kind, at, on_case }) => ({
    playbookId: playbook_id,
    version,
    memberId: member_id,
    kind,
    at,
    onCase: on_case,
  }))
}
