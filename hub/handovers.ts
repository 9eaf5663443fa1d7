// Hand-overs as rows, and as the records that cross the wire.
import { withEscalations } from '../lib/domain/handed-escalations.ts'
import type { Handover, HandoverContent, HandoverStatus } from '../lib/schema/handover.ts'
import type { Actor, Tx } from './call.ts'
import { isLead } from './call.ts'

const day = 24 * 60 * 60 * 1000
/** Long, as the sender's runs open again only when the device hears that a case came back, however long it was away. */
const ownMs = 90 * day
const recentMs = 7 * day
/** Of those between others, which a lead only reads about. */
const othersLimit = 200

interface Row {
  content: HandoverContent
  received_at: number
  fromId: string
  fromName: string
  toId: string
  toName: string
  status: HandoverStatus | null
  at: number | null
  word: string | null
}

function selectHandovers(tx: Tx, teamId: string) {
  return tx
    .selectFrom('handovers as h')
    .innerJoin('members as f', (join) => join.onRef('f.team_id', '=', 'h.team_id').onRef('f.id', '=', 'h.from_id'))
    .innerJoin('members as t', (join) => join.onRef('t.team_id', '=', 'h.team_id').onRef('t.id', '=', 'h.to_id'))
    .leftJoin('handover_settlings as s', (join) => join.onRef('s.team_id', '=', 'h.team_id').onRef('s.handover_id', '=', 'h.id'))
    .select(['h.content', 'h.received_at', 'f.id as fromId', 'f.name as fromName', 't.id as toId', 't.name as toName', 's.status', 's.at', 's.word'])
    .where('h.team_id', '=', teamId)
}

function handoverOf({ content, received_at, fromId, fromName, toId, toName, status, at, word }: Row): Handover {
  return {
    content,
    from: { id: fromId, name: fromName },
    to: { id: toId, name: toName },
    status: status ?? 'open',
    receivedAt: received_at,
    settledAt: at,
    word: word ?? '',
  }
}

/** `lock`: held until the transaction ends, so that of two who settle it one comes second. */
export async function findHandover(tx: Tx, teamId: string, id: string, lock = false): Promise<Handover | null> {
  if (lock) await tx.selectFrom('handovers').select('id').where('team_id', '=', teamId).where('id', '=', id).forUpdate().execute()
  const row = await selectHandovers(tx, teamId).where('h.id', '=', id).executeTakeFirst()
  return row ? handoverOf(row) : null
}

/** What a member's device keeps: own ones that are open or settled lately; leads also those of others, without their runs. */
export async function handoversFor(tx: Tx, { team, member }: Actor, now: number): Promise<Handover[]> {
  const since = (at: number) =>
    selectHandovers(tx, team.id)
      .where(({ eb, or }) => or([eb('s.at', 'is', null), eb('s.at', '>', at)]))
      .orderBy('h.received_at', 'desc')
  const own = await since(now - ownMs)
    .where(({ eb, or }) => or([eb('h.from_id', '=', member.id), eb('h.to_id', '=', member.id)]))
    .execute()
  const others = isLead(member)
    ? await since(now - recentMs)
        .where('h.from_id', '!=', member.id)
        .where('h.to_id', '!=', member.id)
        .limit(othersLimit)
        .execute()
    : []
  // What came back is on its sender's device already; only who may still take a case needs its runs.
  const told = await tellEscalations(
    tx,
    team.id,
    own.map(handoverOf).filter((record) => record.to.id === member.id && isTakeable(record)),
  )
  const whole = new Map(told.map((record) => [record.content.id, record]))
  const records = own.map(handoverOf).map((record) => whole.get(record.content.id) ?? withoutRuns(record))
  return [...records, ...others.map(handoverOf).map(withoutRuns)]
}

const isTakeable = ({ status }: Handover) => status === 'open' || status === 'taken'
const withoutRuns = (record: Handover): Handover => ({ ...record, content: { ...record.content, runs: [] } })

/** With what was escalated on the case before, for who takes it over. Read anew each time, so that it is the hub's word and not the sender's. */
export async function tellEscalations(tx: Tx, teamId: string, records: Handover[]): Promise<Handover[]> {
  const keys = [...new Set(records.filter(isTakeable).map(({ content }) => content.case.key))]
  if (keys.length === 0) return records
  const rows = await tx.selectFrom('escalations').select('record').where('team_id', '=', teamId).where('case_key', 'in', keys).execute()
  const taken = await tx
    .selectFrom('handovers as h')
    .innerJoin('handover_settlings as s', (join) => join.onRef('s.team_id', '=', 'h.team_id').onRef('s.handover_id', '=', 'h.id'))
    .select(['h.from_id as fromId', 'h.to_id as toId', 'h.case_key as caseKey', 's.at'])
    .where('h.team_id', '=', teamId)
    .where('h.case_key', 'in', keys)
    .where('s.status', '=', 'taken')
    .execute()
  const escalations = rows.map(({ record }) => record)
  return records.map((record) => withEscalations(record, escalations, taken))
}

export const tellOne = async (tx: Tx, teamId: string, record: Handover): Promise<Handover> => (await tellEscalations(tx, teamId, [record]))[0] ?? record
