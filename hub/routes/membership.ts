// Joining, leaving, inviting, revoking.
import type { Device } from '../../lib/schema/member.ts'
import type { Call, Tx } from '../call.ts'
import { notify } from '../channel.ts'
import { absent, conflict, forbidden, HubFault, invalid } from '../fault.ts'
import { inviteHash, inviteUrl, newToken, sha256 } from '../secrets.ts'
import { addInvite } from '../team.ts'

export async function join({ request, tx, now, newId, random, emit, audit }: Call<'join'>) {
  const name = request.name.trim()
  if (!name) throw invalid('Write your name, so that your team knows who you are.')
  const invite = await redeem(tx, inviteHash(request.invite), now)
  const member = { id: newId(), name, role: invite.role, joinedAt: now }
  const deviceId = newId()
  const token = newToken(random)
  const teamId = invite.team_id
  await tx.insertInto('members').values({ team_id: teamId, id: member.id, name, role: member.role, joined_at: now }).execute()
  await tx.updateTable('invites').set({ used_by: member.id }).where('code_hash', '=', invite.code_hash).execute()
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
  await audit(teamId, 'member.joined', member.id)
  emit(teamId, ['team'], { type: 'member.changed', member })
  return { member, team, deviceId, token }
}

/** One statement decides who was first. */
async function redeem(tx: Tx, hash: Buffer, now: number) {
  const invite = await tx
    .updateTable('invites')
    .set({ used_at: now })
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['team_id', 'role', 'code_hash'])
    .executeTakeFirst()
  if (invite) return invite
  const spent = await tx.selectFrom('invites').select('used_at').where('code_hash', '=', hash).executeTakeFirst()
  if (!spent) throw new HubFault('invalid', 404, 'This hub does not know that invite. Check the code, or ask your lead for a new one.')
  if (spent.used_at !== null) throw conflict('This invite was used already; an invite works once. Ask your lead for a new one.')
  throw new HubFault('conflict', 410, 'This invite has expired; an invite works for seven days. Ask your lead for a new one.')
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
    members: people.map(({ id, name, role, joined_at }) => ({ id, name, role, joinedAt: joined_at })),
    devices: devices.map(deviceOf),
  }
}

export async function invite({ actor, request, tx, now, random, hubUrl, audit }: Call<'invite'>) {
  if (actor.member.role !== 'admin' && request.role !== 'agent') throw forbidden('Leads invite agents only. Ask an admin to invite a lead or an admin.')
  const { code, expiresAt } = await addInvite(tx, actor.team.id, actor.member.id, request.role, now, random)
  await audit(actor.team.id, 'invite.made', request.role)
  return { code, role: request.role, url: inviteUrl(hubUrl, code), expiresAt }
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
