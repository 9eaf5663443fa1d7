// Joining, leaving, inviting, revoking.
import type { Device, Member, Role } from '../../lib/schema/member.ts'
import { type Call, refOf, type Tx } from '../call.ts'
import { notify } from '../channel.ts'
import { absent, conflict, forbidden, HubFault, invalid } from '../fault.ts'
import { inviteHash, inviteUrl, newToken, sha256 } from '../secrets.ts'
import { addInvite } from '../team.ts'

export async function join({ request, tx, now, newId, random, emit, audit }: Call<'join'>) {
  const invite = await redeem(tx, inviteHash(request.invite), now)
  const teamId = invite.team_id
  const member = invite.member_id ? await knownMember(tx, invite, invite.member_id) : await newMember(tx, invite, newId(), request.name, now)
  await tx.updateTable('invites').set({ used_by: member.id }).where('code_hash', '=', invite.code_hash).execute()
  const deviceId = newId()
  const token = newToken(random)
  await tx
    .insertInto('devices')
    .values({
      team_id: teamId,
      id: deviceId,
      member_id: member.id,
      label: request.device,
      token_hash: sha256(token),
      created_at: now,
      last_seen_at: now,
      revoked_at: null,
    })
    .execute()
  const team = await tx.selectFrom('teams').select(['id', 'name']).where('id', '=', teamId).executeTakeFirstOrThrow()
  await (invite.member_id ? audit(teamId, 'device.joined', deviceId) : audit(teamId, 'member.joined', member.id))
  // Also for a known member: leads who look at the team see the new device.
  emit(teamId, ['team'], { type: 'member.changed', member })
  return { member, team, deviceId, token }
}

type Redeemed = Awaited<ReturnType<typeof redeem>>

async function newMember(tx: Tx, { team_id, role }: Redeemed, id: string, typed: string, now: number): Promise<Member> {
  const name = typed.trim()
  if (!name) throw invalid('Write your name, so that your team knows who you are.')
  await tx.insertInto('members').values({ team_id, id, name, role, joined_at: now }).execute()
  return { id, name, role, joinedAt: now }
}

/** An invite gives no more than its maker might give, even when the member's role was raised meanwhile. */
async function knownMember(tx: Tx, invite: Redeemed, id: string): Promise<Member> {
  const member = await findMember(tx, invite.team_id, id)
  if (!member || member.role !== invite.role) throw conflict('The role of this member changed after the invite was made. Ask your lead for a new one.')
  return member
}

async function findMember(tx: Tx, teamId: string, id: string): Promise<Member | null> {
  const row = await tx.selectFrom('members').selectAll().where('team_id', '=', teamId).where('id', '=', id).executeTakeFirst()
  return row ? memberOf(row) : null
}

/** One statement decides who was first. */
async function redeem(tx: Tx, hash: Buffer, now: number) {
  const invite = await tx
    .updateTable('invites')
    .set({ used_at: now })
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['team_id', 'role', 'member_id', 'code_hash'])
    .executeTakeFirst()
  if (invite) return invite
  const spent = await tx.selectFrom('invites').select('used_at').where('code_hash', '=', hash).executeTakeFirst()
  if (!spent) throw new HubFault('invalid', 404, 'This hub does not know that invite. Check the code, or ask your lead for a new one.')
  if (spent.used_at !== null) throw conflict('This invite was used already; an invite works once. Ask your lead for a new one.')
  throw new HubFault('conflict', 410, 'This invite has expired: a newer one took its place, or its seven days are over. Ask your lead for a new one.')
}

export async function session({ actor: { member, team, deviceId } }: Call<'session'>) {
  return { member, team, deviceId }
}

export async function leave({ actor, tx, now, audit }: Call<'leave'>) {
  await revokeDevice(tx, actor.team.id, actor.deviceId, now)
  await audit(actor.team.id, 'device.left', actor.deviceId)
  return {}
}

export async function members({ actor, tx }: Call<'members'>) {
  const teamId = actor.team.id
  const people = await tx.selectFrom('members').selectAll().where('team_id', '=', teamId).orderBy('joined_at').execute()
  const devices = await selectDevices(tx, teamId).orderBy('d.created_at').execute()
  return {
    members: people.map(memberOf),
    devices: devices.map(deviceOf),
  }
}

export async function invite({ actor, request, tx, now, derived, hubUrl, audit }: Call<'invite'>) {
  const teamId = actor.team.id
  const member = request.memberId ? await findMember(tx, teamId, request.memberId) : null
  if (request.memberId && !member) throw absent('member')
  const role = member?.role ?? request.role
  if (actor.member.role !== 'admin' && role !== 'agent') throw forbidden('Leads invite agents only. Ask an admin to invite a lead or an admin.')
  const { code, expiresAt } = await addInvite(tx, { teamId, createdBy: actor.member.id, role, memberId: member?.id ?? null }, now, derived)
  await (member ? audit(teamId, 'invite.made-again', member.id) : audit(teamId, 'invite.made', role))
  return { code, role, url: inviteUrl(hubUrl, code), expiresAt, member: member && refOf(member) }
}

export async function revoke({ actor, params, tx, now, audit }: Call<'revoke'>) {
  const teamId = actor.team.id
  await revokeDevice(tx, teamId, params.id, now)
  const device = await selectDevices(tx, teamId).where('d.id', '=', params.id).executeTakeFirst()
  if (!device) throw absent('device')
  await audit(teamId, 'device.revoked', params.id)
  return deviceOf(device)
}

async function revokeDevice(tx: Tx, teamId: string, deviceId: string, now: number): Promise<void> {
  await tx.updateTable('devices').set({ revoked_at: now }).where('team_id', '=', teamId).where('id', '=', deviceId).where('revoked_at', 'is', null).execute()
  await notify(tx, { kind: 'revoked', deviceId })
}

function selectDevices(tx: Tx, teamId: string) {
  return tx
    .selectFrom('devices as d')
    .innerJoin('members as m', (join) => join.onRef('m.team_id', '=', 'd.team_id').onRef('m.id', '=', 'd.member_id'))
    .select(['d.id', 'd.member_id', 'm.name', 'd.label', 'd.created_at', 'd.last_seen_at', 'd.revoked_at'])
    .where('d.team_id', '=', teamId)
}

type DeviceRow = Awaited<ReturnType<ReturnType<typeof selectDevices>['execute']>>[number]

function deviceOf(row: DeviceRow): Device {
  return {
    id: row.id,
    member: { id: row.member_id, name: row.name },
    label: row.label,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    revokedAt: row.revoked_at,
  }
}

function memberOf({ id, name, role, joined_at }: { id: string; name: string; role: Role; joined_at: number }): Member {
  return { id, name, role, joinedAt: joined_at }
}
