// Escalations: received once, changed by the rules of `lib/domain/escalation`, never edited in place.
import { canonicalJson } from '../../lib/domain/canonical-json.ts'
import { changeEscalation, type EscalationChange, EscalationFault, receiveEscalation, summaryOf } from '../../lib/domain/escalation.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import type { RouteName } from '../../lib/schema/routes.ts'
import { type Actor, type Call, isLead, refOf, type Tx } from '../call.ts'
import { absent, conflict, HubFault } from '../fault.ts'
import { nextNumber } from './team-row.ts'

export async function escalate(call: Call<'escalate'>): Promise<Escalation> {
  const { actor, request: content, tx, now } = call
  const teamId = actor.team.id
  const number = await nextNumber(tx, teamId, async () => Boolean(await find(tx, teamId, content.id)))
  if (number === null) return alreadyHere(await find(tx, teamId, content.id), call)
  const record = receiveEscalation(content, refOf(actor.member), number, now)
  await tx
    .insertInto('escalations')
    .values({
      team_id: teamId,
      id: content.id,
      number,
      author_id: actor.member.id,
      queue: content.queue,
      case_key: content.case.key,
      received_at: now,
      ...columnsOf(record),
    })
    .execute()
  await announce(call, record)
  return record
}

/** The same person sends the same thing under another key: the answer stands. Anything else is a clash of ids. */
function alreadyHere(record: Escalation | null, { actor, request }: Call<'escalate'>): Escalation {
  if (record && record.by.id === actor.member.id && canonicalJson(record.content) === canonicalJson(request)) return record
  throw conflict('Another escalation has this id already. Nothing was changed; escalate again from the case.')
}

export async function escalation({ actor, params, tx }: Call<'escalation'>): Promise<Escalation> {
  return visible(await find(tx, actor.team.id, params.id), actor)
}

type Change = EscalationChange extends infer C ? (C extends EscalationChange ? Omit<C, 'entryId' | 'by' | 'at'> : never) : never
type ChangeRoute = Extract<RouteName, 'amend' | 'withdraw' | 'answer' | 'see' | 'take' | 'ask' | 'rule'>

export const amend = (call: Call<'amend'>) => change(call, { kind: 'amend', ...call.request })
export const withdraw = (call: Call<'withdraw'>) => change(call, { kind: 'withdraw', ...call.request })
export const answer = (call: Call<'answer'>) => change(call, { kind: 'answer', ...call.request })
export const see = (call: Call<'see'>) => change(call, { kind: 'see' })
export const take = (call: Call<'take'>) => change(call, { kind: 'take', ...call.request })
export const ask = (call: Call<'ask'>) => change(call, { kind: 'ask', ...call.request })
export const rule = (call: Call<'rule'>) => change(call, { kind: 'rule', ...call.request })

async function change(call: Call<ChangeRoute>, wanted: Change): Promise<Escalation> {
  const { actor, params, tx, now, key } = call
  const teamId = actor.team.id
  const before = visible(await find(tx, teamId, params.id, true), actor)
  const after = apply(before, { ...wanted, entryId: key, by: refOf(actor.member), at: now } as EscalationChange)
  if (after.revision === before.revision) return after
  await tx.updateTable('escalations').set(columnsOf(after)).where('team_id', '=', teamId).where('id', '=', params.id).execute()
  const entries = after.thread.slice(before.thread.length).map((entry, index) => ({
    team_id: teamId,
    escalation_id: params.id,
    id: entry.id,
    position: before.thread.length + index,
    kind: entry.kind,
    by_id: entry.by.id,
    at: entry.at,
    entry: JSON.stringify(entry),
  }))
  if (entries.length) await tx.insertInto('thread_entries').values(entries).execute()
  await announce(call, after)
  return after
}

function apply(record: Escalation, wanted: EscalationChange): Escalation {
  try {
    return changeEscalation(record, wanted)
  } catch (error) {
    if (!(error instanceof EscalationFault)) throw error
    throw new HubFault(error.code, error.code === 'conflict' ? 409 : error.code === 'forbidden' ? 403 : 400, error.message)
  }
}

async function announce(call: Call<'escalate'> | Call<ChangeRoute>, record: Escalation): Promise<void> {
  const teamId = call.actor.team.id
  call.emit(teamId, ['leads', `member:${record.by.id}`], { type: 'escalation.changed', escalation: record })
  call.emit(teamId, ['team'], { type: 'escalation.summarized', summary: summaryOf(record) })
  await call.audit(teamId, `escalation.${record.thread.at(-1)?.kind ?? 'received'}`, record.content.id)
}

async function find(tx: Tx, teamId: string, id: string, lock = false): Promise<Escalation | null> {
  const query = tx.selectFrom('escalations').select('record').where('team_id', '=', teamId).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row?.record ?? null
}

function visible(record: Escalation | null, { member }: Actor): Escalation {
  if (!record || (record.by.id !== member.id && !isLead(member))) throw absent('escalation')
  return record
}

function columnsOf(record: Escalation) {
  return { status: record.status, severity: record.severity, revision: record.revision, record: JSON.stringify(record) }
}
