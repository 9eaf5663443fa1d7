// Makes a team and its invites: what `handrail init` and the invite route have in common.

import { uuidv7 } from '../lib/domain/uuid.ts'
import type { Role } from '../lib/schema/member.ts'
import type { Tx } from './call.ts'
import type { Database } from './database/pool.ts'
import { inviteHash, newInviteCode, type RandomBytes } from './secrets.ts'

const inviteLifeMs = 7 * 24 * 60 * 60 * 1000

export async function addInvite(
  tx: Tx,
  { teamId, createdBy, role, memberId }: { teamId: string; createdBy: string | null; role: Role; memberId: string | null },
  now: number,
  random: RandomBytes,
): Promise<{ code: string; expiresAt: number }> {
  const code = newInviteCode(random)
  const expiresAt = now + inviteLifeMs
  const row = {
    team_id: teamId,
    code_hash: inviteHash(code),
    role,
    member_id: memberId,
    created_by: createdBy,
    created_at: now,
    expires_at: expiresAt,
    used_at: null,
    used_by: null,
  }
  await tx.insertInto('invites').values(row).execute()
  return { code, expiresAt }
}

/** The code is the first admin's invite. */
export async function createTeam(db: Database, name: string, now: number, random: RandomBytes): Promise<{ teamId: string; code: string }> {
  return db.transaction().execute(async (tx) => {
    const teamId = uuidv7(now, random(10))
    await tx.insertInto('teams').values({ id: teamId, name, created_at: now }).execute()
    const { code } = await addInvite(tx, { teamId, createdBy: null, role: 'admin', memberId: null }, now, random)
    await tx.insertInto('audit').values({ team_id: teamId, actor_id: null, device_id: null, action: 'team.created', target: teamId, at: now }).execute()
    return { teamId, code }
  })
}

/** Whether an admin of this team has ever joined. */
export async function hasAdmin(db: Database, teamId: string): Promise<boolean> {
  const admin = await db.selectFrom('members').select('id').where('team_id', '=', teamId).where('role', '=', 'admin').executeTakeFirst()
  return admin !== undefined
}

/** Another code for a team whose first one was lost, and is worth nothing from now on: whoever finds it must not become an admin. */
export async function inviteFirstAdmin(db: Database, teamId: string, now: number, random: RandomBytes): Promise<string> {
  return db.transaction().execute(async (tx) => {
    await tx
      .updateTable('invites')
      .set({ expires_at: now })
      .where('team_id', '=', teamId)
      .where('created_by', 'is', null)
      .where('used_at', 'is', null)
      .execute()
    const { code } = await addInvite(tx, { teamId, createdBy: null, role: 'admin', memberId: null }, now, random)
    await tx.insertInto('audit').values({ team_id: teamId, actor_id: null, device_id: null, action: 'invite.made', target: 'admin', at: now }).execute()
    return code
  })
}
