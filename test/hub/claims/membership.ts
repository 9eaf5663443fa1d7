// Claims about joining, roles, invites and revocation.
import { beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../../hub/database/pool.ts'
import { callerOf, newId } from '../api.ts'
import { openLive } from '../live-client.ts'
import { freshTeam, type GetUnderTest, type TeamCallers } from './under-test.ts'

const join = (invite: string, name = 'New Person') => ({ request: { invite, name, device: 'a test' } })

export function membershipClaims(get: GetUnderTest): void {
  describe('membership', () => {
    let team: TeamCallers
    beforeAll(async () => {
      team = await freshTeam(get().hub)
    })
    const nobody = () => callerOf(get().hub.url, null)

    it('an invite turns into a token once', async () => {
      const { code, url, role } = await team.lead.ok('invite', { request: { role: 'agent' } })
      expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
      expect(url).toBe(`${get().hub.url}/join#${code}`)
      const joined = await nobody().ok('join', join(code.toLowerCase().replaceAll('-', ' ')))
      expect(joined.member.role).toBe(role)
      expect((await callerOf(get().hub.url, joined.token).ok('session')).deviceId).toBe(joined.deviceId)
      expect(await nobody().raw('join', join(code))).toMatchObject({ status: 409, message: expect.stringContaining('used already') })
    })

    it('of several people with one invite at once exactly one joins', async () => {
      const { code } = await team.lead.ok('invite', { request: { role: 'agent' } })
      const answers = await Promise.all(Array.from({ length: 6 }, () => nobody().raw('join', join(code))))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
    })

    it('an invite expires after seven days', async () => {
      const { code, expiresAt } = await team.admin.ok('invite', { request: { role: 'lead' } })
      expect(Math.round((expiresAt - Date.now()) / 86_400_000)).toBe(7)
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      await pool.query('update invites set expires_at = $1 where expires_at = $2', [Date.now() - 1, expiresAt])
      await db.destroy()
      expect(await nobody().raw('join', join(code))).toMatchObject({ status: 410, message: expect.stringContaining('expired') })
    })

    it('leads invite agents only and admins anyone', async () => {
      expect((await team.lead.raw('invite', { request: { role: 'lead' } })).status).toBe(403)
      expect((await team.lead.raw('invite', { request: { role: 'admin' } })).status).toBe(403)
      for (const role of ['agent', 'lead', 'admin'] as const) expect((await team.admin.ok('invite', { request: { role } })).role).toBe(role)
    })

    it('a revoked device is refused at once and its socket closes', async () => {
      const { code } = await team.lead.ok('invite', { request: { role: 'agent' } })
      const joined = await nobody().ok('join', join(code))
      const caller = callerOf(get().hub.url, joined.token)
      const { cursor } = await caller.ok('snapshot')
      const sockets = [get().hub, get().twin].flatMap((hub) => (hub ? [openLive(hub.url, joined.token, cursor)] : []))
      await Promise.all(sockets.map((socket) => socket.until(({ frames }) => frames.length > 0)))
      const device = await team.admin.ok('revoke', { params: { id: joined.deviceId }, request: {} })
      expect(device.revokedAt).not.toBeNull()
      expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual(sockets.map(() => 4401))
      expect((await caller.raw('session')).status).toBe(401)
      const late = openLive(get().hub.url, joined.token, cursor)
      expect(await late.closed).toBe(4401)
    })

    it('leaving revokes the own token only', async () => {
      const { code } = await team.lead.ok('invite', { request: { role: 'agent' } })
      const joined = await nobody().ok('join', join(code))
      const caller = callerOf(get().hub.url, joined.token)
      await caller.ok('leave')
      expect((await caller.raw('session')).status).toBe(401)
      expect((await team.agent.raw('session')).status).toBe(200)
    })

    it('the same invite command answers the same code, which no table holds', async () => {
      const said = { request: { role: 'agent' as const }, key: newId() }
      const answers = [await team.lead.raw('invite', said), await team.lead.raw('invite', said)]
      expect(answers[1]).toEqual(answers[0])
      const { code } = JSON.parse(answers[0]?.text ?? '')
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      const { rows } = await pool.query('select reply from commands where key = $1', [said.key])
      await db.destroy()
      expect(rows).toHaveLength(1)
      expect(rows[0].reply).not.toContain(code)
      expect((await nobody().ok('join', join(code))).member.role).toBe('agent')
      expect(await team.lead.raw('invite', said)).toEqual(answers[0])
    })

    it('an invite command repeated from another device of the member is refused, and makes no second code', async () => {
      const said = { request: { role: 'agent' as const }, key: newId() }
      await team.lead.ok('invite', said)
      const { code } = await team.admin.ok('invite', { request: { role: 'lead', memberId: team.ids.lead } })
      const second = callerOf(get().hub.url, (await nobody().ok('join', join(code))).token)
      expect(await second.raw('invite', said)).toMatchObject({ status: 409, message: expect.stringContaining('make a new invite') })
    })

    it('tokens and codes are not stored', async () => {
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      const { rows } = await pool.query("select encode(token_hash, 'escape') as stored from devices")
      await db.destroy()
      for (const { stored } of rows) expect(stored).not.toContain(team.agent.token)
    })
  })
}
