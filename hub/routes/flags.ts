// Flags on playbooks and their steps: received once, answered by leads, told to their author and to leads only.
import { canonicalJson } from '../../lib/domain/canonical-json.ts'
import { answerFlag as answered, FlagFault, isEnded, receiveFlag } from '../../lib/domain/flag.ts'
import type { Flag, FlagAnswer } from '../../lib/schema/flag.ts'
import { type Actor, type Call, isLead, refOf, type Tx } from '../call.ts'
import { absent, conflict, HubFault } from '../fault.ts'
import { requireVersion } from '../library.ts'

/** Ended ones are told to leads for so long, and to their author as long as they are among the newest. */
const recentMs = 30 * 24 * 60 * 60 * 1000
const mostOwn = 500
const most = 2_000

export async function flag(call: Call<'flag'>): Promise<Flag> {
  const { actor, request: content, tx, now } = call
  const teamId = actor.team.id
  await requireVersion(tx, teamId, content.playbook.id, content.playbook.version)
  const record = receiveFlag(content, refOf(actor.member), now)
  const row = { team_id: teamId, id: content.id, author_id: actor.member.id, playbook_id: content.playbook.id, version: content.playbook.version }
  const made = await tx
    .insertInto('flags')
    .values({ ...row, received_at: now, ...columnsOf(record, now) })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return alreadyHere(await find(tx, teamId, content.id), call)
  await announce(call, record)
  return record
}

/** The same person says the same under another key: the answer stands. Anything else is a clash of ids. */
function alreadyHere(record: Flag | null, { actor, request }: Call<'flag'>): Flag {
  if (record && record.by.id === actor.member.id && canonicalJson(record.content) === canonicalJson(request)) return record
  throw conflict('Another flag has this id already. Nothing was changed; flag the step again.')
}

export async function answerFlag(call: Call<'answerFlag'>): Promise<Flag> {
  const { actor, params, request, tx, now, key } = call
  const teamId = actor.team.id
  const before = await find(tx, teamId, params.id, true)
  if (!before) throw absent('flag')
  if (request.version !== null) await requireVersion(tx, teamId, before.content.playbook.id, request.version)
  const entry: FlagAnswer = { ...request, id: key, by: refOf(actor.member), at: now }
  const after = apply(before, entry)
  if (after.revision === before.revision) return after
  await tx.updateTable('flags').set(columnsOf(after, now)).where('team_id', '=', teamId).where('id', '=', params.id).execute()
  const row = { team_id: teamId, flag_id: params.id, id: key, kind: entry.kind, by_id: actor.member.id, at: now, entry: JSON.stringify(entry) }
  await tx.insertInto('flag_answers').values(row).execute()
  await announce(call, after)
  return after
}

function apply(before: Flag, entry: FlagAnswer): Flag {
  try {
    return answered(before, entry)
  } catch (error) {
    if (!(error instanceof FlagFault)) throw error
    throw new HubFault(error.code, error.code === 'conflict' ? 409 : 400, error.message)
  }
}

async function announce(call: Call<'flag'> | Call<'answerFlag'>, record: Flag): Promise<void> {
  const teamId = call.actor.team.id
  call.emit(teamId, ['leads', `member:${record.by.id}`], { type: 'flag.changed', flag: record })
  await call.audit(teamId, `flag.${record.answers.at(-1)?.kind ?? 'made'}`, record.content.id)
}

/** For the snapshot: own ones, and for leads what is open or was ended lately. */
export async function flagsFor(tx: Tx, { team, member }: Actor, now: number): Promise<Flag[]> {
  const newest = () => tx.selectFrom('flags').select('record').where('team_id', '=', team.id).orderBy('changed_at', 'desc')
  const own = newest().where('author_id', '=', member.id).limit(mostOwn)
  const all = newest()
    .where(({ eb, or }) => or([eb('is_open', '=', true), eb('changed_at', '>', now - recentMs), eb('author_id', '=', member.id)]))
    .limit(most)
  return (await (isLead(member) ? all : own).execute()).map(({ record }) => record)
}

async function find(tx: Tx, teamId: string, id: string, lock = false): Promise<Flag | null> {
  const query = tx.selectFrom('flags').select('record').where('team_id', '=', teamId).where('id', '=', id)
  return (await (lock ? query.forUpdate() : query).executeTakeFirst())?.record ?? null
}

function columnsOf(record: Flag, now: number) {
  return { changed_at: now, is_open: !isEnded(record), record: JSON.stringify(record) }
}
