// Handing a case to a colleague: received once, settled once, by the rules of `lib/domain/handover`. Rows are only ever added.
import { canonicalJson } from '../../lib/domain/canonical-json.ts'
import { HandoverFault, receiveHandover, refuseHandover, type Settling, settleHandover } from '../../lib/domain/handover.ts'
import type { Handover } from '../../lib/schema/handover.ts'
import type { MemberRef } from '../../lib/schema/member.ts'
import { type Call, isLead, refOf, type Tx } from '../call.ts'
import { absent, conflict, HubFault } from '../fault.ts'
import { findHandover, tellOne } from '../handovers.ts'
import { requireVersion } from '../library.ts'

export async function handOver(call: Call<'handOver'>): Promise<Handover> {
  const { actor, request: content, tx, now } = call
  const teamId = actor.team.id
  const from = refOf(actor.member)
  const to = await memberOf(tx, teamId, content.to)
  if (to === null) throw absent('member')
  spoken(() => refuseHandover(content, from, to))
  for (const { playbook } of content.runs) await requireVersion(tx, teamId, playbook.id, playbook.version)
  const row = { team_id: teamId, id: content.id, from_id: from.id, to_id: to.id, case_key: content.case.key, received_at: now }
  const stored = await tx
    .insertInto('handovers')
    .values({ ...row, content: JSON.stringify(content) })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!stored) return alreadyHere(await findHandover(tx, teamId, content.id), call)
  const record = await tellOne(tx, teamId, receiveHandover(content, from, to, now))
  await announce(call, record, 'handover.sent')
  return record
}

/** The same person sends the same thing under another key: the answer stands. */
function alreadyHere(record: Handover | null, { actor, request, tx }: Call<'handOver'>): Promise<Handover> {
  if (record && record.from.id === actor.member.id && canonicalJson(record.content) === canonicalJson(request)) return tellOne(tx, actor.team.id, record)
  throw conflict('Another hand-over has this id already. Nothing was changed; hand the case over again.')
}

export const takeHandover = (call: Call<'takeHandover'>) => settle(call, { kind: 'take', by: refOf(call.actor.member), at: call.now })
export const returnHandover = (call: Call<'returnHandover'>) =>
  settle(call, { kind: 'return', by: refOf(call.actor.member), at: call.now, word: call.request.word })

async function settle(call: Call<'takeHandover' | 'returnHandover'>, settling: Settling): Promise<Handover> {
  const { actor, params, tx, now } = call
  const teamId = actor.team.id
  const before = await findHandover(tx, teamId, params.id, true)
  const mayKnow = before && (isLead(actor.member) || [before.from.id, before.to.id].includes(actor.member.id))
  if (!mayKnow) throw absent('hand-over')
  const settled = spoken(() => settleHandover(before, settling))
  const after = await tellOne(tx, teamId, settled)
  if (settled === before || after.status === 'open') return after
  const row = { team_id: teamId, handover_id: params.id, status: after.status, by_id: actor.member.id, at: now, word: after.word }
  await tx.insertInto('handover_settlings').values(row).execute()
  await announce(call, after, `handover.${after.status}`)
  return after
}

async function announce(call: Call<'handOver'> | Call<'takeHandover' | 'returnHandover'>, record: Handover, action: string): Promise<void> {
  const teamId = call.actor.team.id
  call.emit(teamId, ['leads', `member:${record.from.id}`, `member:${record.to.id}`], { type: 'handover.changed', handover: record })
  await call.audit(teamId, action, record.content.id)
}

async function memberOf(tx: Tx, teamId: string, id: string): Promise<MemberRef | null> {
  return (await tx.selectFrom('members').select(['id', 'name']).where('team_id', '=', teamId).where('id', '=', id).executeTakeFirst()) ?? null
}

function spoken<T>(rule: () => T): T {
  try {
    return rule()
  } catch (error) {
    if (!(error instanceof HandoverFault)) throw error
    throw new HubFault(error.code, error.code === 'conflict' ? 409 : error.code === 'forbidden' ? 403 : 400, error.message)
  }
}
