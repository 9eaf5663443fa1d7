// Coaching notes: written by a lead, read and answered by the one member they are for, told to nobody else but leads.
import type { CoachingNote } from '../../lib/schema/coaching.ts'
import { type Actor, type Call, isLead, refOf, type Tx } from '../call.ts'
import { absent, conflict, invalid } from '../fault.ts'

const recentMs = 180 * 24 * 60 * 60 * 1000
const most = 1_000
const againMs = 10 * 60 * 1000
/** Replies to one note: the whole of it is sent each time. */
const mostReplies = 20

export async function coach(call: Call<'coach'>): Promise<CoachingNote> {
  const { actor, request, tx, now, key } = call
  const teamId = actor.team.id
  const text = request.text.trim()
  if (text === '') throw invalid('Write the note first.')
  if (request.memberId === actor.member.id) throw invalid('A coaching note is for somebody else.')
  const to = await tx.selectFrom('members').select(['id', 'name']).where('team_id', '=', teamId).where('id', '=', request.memberId).executeTakeFirst()
  if (!to) throw absent('member')
  const about = request.escalationId === null ? null : await aboutOf(tx, teamId, request.escalationId, to.id)
  const again = await sentBefore(call, to.id, text)
  if (again) return again
  const note: CoachingNote = { content: { id: key, to, by: refOf(actor.member), about, text, at: now }, revision: 1, replies: [] }
  const row = { team_id: teamId, id: key, to_id: to.id, by_id: actor.member.id, escalation_id: request.escalationId, at: now, record: JSON.stringify(note) }
  const made = await tx
    .insertInto('coaching_notes')
    .values(row)
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw conflict('Another note has this id already. Your text was not sent; send it again.')
  await announce(call, note)
  return note
}

/** The same words to the same member about the same thing, moments ago: the answer was lost on its way, and the lead pressed Send again. */
async function sentBefore({ actor, request, tx, now }: Call<'coach'>, toId: string, text: string): Promise<CoachingNote | null> {
  const rows = await tx
    .selectFrom('coaching_notes')
    .select(['record', 'escalation_id'])
    .where('team_id', '=', actor.team.id)
    .where('to_id', '=', toId)
    .where('by_id', '=', actor.member.id)
    .where('at', '>', now - againMs)
    .execute()
  return rows.find(({ record, escalation_id }) => record.content.text === text && escalation_id === request.escalationId)?.record ?? null
}

/** Another member's escalation is as good as none: a note never tells of it. */
async function aboutOf(tx: Tx, teamId: string, id: string, authorId: string): Promise<CoachingNote['content']['about']> {
  const row = await tx.selectFrom('escalations').select('record').where('team_id', '=', teamId).where('id', '=', id).executeTakeFirst()
  if (!row || row.record.by.id !== authorId) throw absent('escalation of this member')
  return { id, number: row.record.number, title: row.record.content.case.title }
}

export async function heed(call: Call<'heed'>): Promise<CoachingNote> {
  const { actor, params, request, tx, now, key } = call
  const teamId = actor.team.id
  const notes = tx.selectFrom('coaching_notes').select('record').where('team_id', '=', teamId).where('id', '=', params.noteId)
  const before = (await notes.where('to_id', '=', actor.member.id).forUpdate().executeTakeFirst())?.record
  if (!before) throw absent('coaching note')
  const text = request.text.trim()
  if (text === '' && before.replies.length > 0) return before
  if (before.replies.length >= mostReplies) throw conflict(`This note has ${mostReplies} replies and takes no more. Talk to ${before.content.by.name}.`)
  const reply = { id: key, at: now, text }
  const after = { ...before, revision: before.revision + 1, replies: [...before.replies, reply] }
  await tx
    .updateTable('coaching_notes')
    .set({ record: JSON.stringify(after) })
    .where('team_id', '=', teamId)
    .where('id', '=', params.noteId)
    .execute()
  await tx
    .insertInto('coaching_replies')
    .values({ team_id: teamId, note_id: params.noteId, id: key, at: now, entry: JSON.stringify(reply) })
    .execute()
  await announce(call, after)
  return after
}

async function announce(call: Call<'coach'> | Call<'heed'>, note: CoachingNote): Promise<void> {
  const teamId = call.actor.team.id
  call.emit(teamId, ['leads', `member:${note.content.to.id}`], { type: 'coaching.changed', note })
  const reply = note.replies.at(-1)
  await call.audit(teamId, !reply ? 'coaching.written' : reply.text ? 'coaching.answered' : 'coaching.read', note.content.id)
}

/** For the snapshot: own ones, and for leads those of everybody, the recent ones. */
export async function notesFor(tx: Tx, { team, member }: Actor, now: number): Promise<CoachingNote[]> {
  const rows = await tx
    .selectFrom('coaching_notes')
    .select('record')
    .where('team_id', '=', team.id)
    .where(({ eb, or }) => or([eb('to_id', '=', member.id), ...(isLead(member) ? [eb('at', '>', now - recentMs)] : [])]))
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ record }) => record)
}
