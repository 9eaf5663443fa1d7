// Claims about an invite for a known member: a second device, or a new token after a revoked one.
// Few of them may fail to join: all claims share one hub, which slows down guessing.
import { beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../../hub/database/pool.ts'
import { callerOf, newId } from '../api.ts'
import { content } from '../contents.ts'
import { freshTeam, type GetUnderTest, type TeamCallers } from './under-test.ts'

export function joiningAgainClaims(get: GetUnderTest): void {
  describe('joining again', () => {
    let team: TeamCallers
    beforeAll(async () => {
      team = await freshTeam(get().hub)
    })
    const nobody = () => callerOf(get().hub.url, null)
    const join = (invite: string) => nobody().raw('join', { request: { invite, name: 'Somebody Else', device: 'second' } })
    const inviteAgain = (memberId: string) => team.lead.ok('invite', { request: { role: 'agent', memberId } })
    async function joinAgain(memberId: string) {
      const { code } = await inviteAgain(memberId)
      return nobody().ok('join', { request: { invite: code, name: 'Somebody Else', device: 'second' } })
    }

    it('makes a second device of the same member, renames nobody and leaves the first token as it was', async () => {
      const { member: before } = await team.agent.ok('session')
      const { member: named } = await inviteAgain(team.ids.agent)
      expect(named).toEqual({ id: before.id, name: before.name })
      const joined = await joinAgain(team.ids.agent)
      expect(joined.member).toEqual(before)
      expect(joined.token).not.toBe(team.agent.token)
      const sessions = await Promise.all([team.agent, callerOf(get().hub.url, joined.token)].map((caller) => caller.ok('session')))
      expect(sessions.map(({ member }) => member)).toEqual([before, before])
      expect(sessions.map(({ deviceId }) => deviceId)).toEqual([team.devices.agent, joined.deviceId])
      const { members, devices } = await team.lead.ok('members')
      expect(members.filter(({ name }) => name === before.name || name === 'Somebody Else')).toEqual([before])
      expect(devices.filter(({ member }) => member.id === before.id)).toHaveLength(2)
    })

    it('works once, and counts as the role of the member whatever was asked for', async () => {
      const { code, role } = await team.admin.ok('invite', { request: { role: 'admin', memberId: team.ids.agent } })
      expect(role).toBe('agent')
      expect([(await join(code)).status, (await join(code)).status]).toEqual([200, 409])
    })

    it('a command of the revoked token goes through under the new one, once', async () => {
      const second = team.ids.agent2
      const said = { request: content(), key: newId() }
      const first = await team.agent2.raw('escalate', said)
      await team.admin.ok('revoke', { params: { id: team.devices.agent2 }, request: {} })
      expect((await team.agent2.raw('escalate', said)).status).toBe(401)
      const back = callerOf(get().hub.url, (await joinAgain(second)).token)
      expect((await back.raw('escalate', said)).text).toBe(first.text)
      const waited = await back.ok('escalate', { request: content() })
      expect(waited.by.id).toBe(second)
      expect((await team.agent2.raw('session')).status).toBe(401)
    })

    it('what the member escalated before is the member’s own on the new device', async () => {
      const record = await team.agent.ok('escalate', { request: content() })
      const back = callerOf(get().hub.url, (await joinAgain(team.ids.agent)).token)
      const { escalations } = await back.ok('snapshot')
      expect(escalations.map(({ content: { id } }) => id)).toContain(record.content.id)
      expect((await back.raw('withdraw', { params: { id: record.content.id }, request: { reason: 'Mistake' } })).status).toBe(200)
    })

    it('an invite made before the member’s role changed gives nothing', async () => {
      const { member } = await nobody().ok('join', {
        request: { invite: (await team.lead.ok('invite', { request: { role: 'agent' } })).code, name: 'Rising Agent', device: 'first' },
      })
      const { code } = await inviteAgain(member.id)
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      await pool.query("update members set role = 'admin' where id = $1", [member.id])
      await db.destroy()
      expect(await join(code)).toMatchObject({ status: 409, message: expect.stringContaining('role of this member changed') })
    })

    it('the database refuses an invite for a member of another team', async () => {
      const other = await freshTeam(get().hub)
      await inviteAgain(team.ids.agent)
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      await expect(pool.query('update invites set member_id = $1 where member_id = $2', [other.ids.agent, team.ids.agent])).rejects.toMatchObject({
        code: '23503',
      })
      await db.destroy()
    })
  })
}
