// Claims about what devices say of site profiles.
import { beforeAll, describe, expect, it } from 'vitest'
import { freshTeam, type GetUnderTest, type TeamCallers } from './under-test.ts'

const site = {
  name: 'Desk',
  origins: ['https://desk.example.com'],
  pages: [{ name: 'Ticket', path: '/t/*', caseId: [{ from: 'title' as const }], fields: [], reply: [] }],
  verified: null,
}
const say = (state: 'broken' | 'healed', since = 5, field = 'id', version = 1) => ({
  params: { id: 'desk' },
  request: { version, page: 'Ticket', field, state, since, cases: 3 },
})

export function siteHealthClaims(get: GetUnderTest): void {
  describe('site health', () => {
    let team: TeamCallers
    beforeAll(async () => {
      team = await freshTeam(get().hub)
      await team.lead.ok('publishSite', { params: { id: 'desk' }, request: site })
    })
    const faults = async () => (await team.lead.ok('snapshot')).siteFaults

    it('a fault that several tell of is one fault, told to leads when it breaks, spreads and heals, and to nobody else', async () => {
      const { cursor } = await team.lead.ok('snapshot')
      await team.agent.ok('siteHealth', say('broken', 7))
      await team.agent.ok('siteHealth', say('broken', 7))
      await team.agent2.ok('siteHealth', say('broken', 5))
      const open = { siteId: 'desk', version: 1, page: 'Ticket', field: 'id', since: 5, cases: 3, members: 2, healedAt: null }
      expect(await faults()).toEqual([open])
      await team.agent2.ok('siteHealth', say('healed'))
      await team.agent.ok('siteHealth', say('healed'))
      expect(await faults()).toEqual([{ ...open, healedAt: expect.any(Number) }])
      const { events } = await team.lead.ok('feed', { request: { after: cursor } })
      expect(events.map((event) => (event.type === 'site.faulted' ? [event.fault.members, event.fault.healedAt === null] : event.type))).toEqual([
        [1, true],
        [2, true],
        [2, false],
      ])
      expect((await team.agent.ok('feed', { request: { after: cursor } })).events).toEqual([])
      expect((await team.agent.ok('snapshot')).siteFaults).toBeUndefined()
    })

    it('what the profile does not read, and a version that is not there, are refused', async () => {
      expect((await team.agent.raw('siteHealth', say('broken', 5, 'case.other'))).message).toMatch(/reads no "case.other"/)
      expect((await team.agent.raw('siteHealth', say('broken', 5, 'id', 9))).status).toBe(404)
      expect((await team.agent.raw('siteHealth', say('broken', 5, 'id', 0))).status).toBe(400)
    })

    it('a fault of an older version is no fault of the newer one', async () => {
      await team.agent.ok('siteHealth', say('broken'))
      await team.lead.ok('publishSite', { params: { id: 'desk' }, request: { ...site, name: 'Desk, mended' } })
      expect(await faults()).toEqual([])
    })
  })
}
