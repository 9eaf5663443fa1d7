// Hand-overs as rows, and as the records that cross the wire.
import type { Handover, HandoverContent, HandoverStatus } from '../lib/schema/handover.ts'
import type { Actor, Tx } from './call.ts'
import { isLead } from './call.ts'

const recentMs = 7 * 24 * 60 * 60 * 1000
const recordLimit = 200

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
  const rows = await selectHandovers(tx, team.id)
    .where(({ eb, or }) => or([eb('s.at', 'is', null), eb('s.at', '>', now - recentMs)]))
    .$if(!isLead(member), (query) => query.where(({ eb, or }) => or([eb('h.from_id', '=', member.id), eb('h.to_id', '=', member.id)])))
    .orderBy('h.received_at', 'desc')
    .limit(recordLimit)
    .execute()
  return rows.map(handoverOf).map((record) => (isParty(record, member.id) ? record : withoutRuns(record)))
}

const isParty = ({ from, to }: Handover, memberId: string) => from.id === memberId || to.id === memberId
const withoutRuns = (record: Handover): Handover => ({ ...record, content: { ...record.content, runs: [] } })
