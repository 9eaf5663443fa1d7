// Claims about pictures taken as evidence: taken in once, from who names them, shown to who may read what names them.
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../api.ts'
import { content, handover, imageOf, playbook, runWith } from '../contents.ts'
import { freshTeam, type GetUnderTest, type TeamCallers } from './under-test.ts'

export function imageClaims(get: GetUnderTest): void {
  describe('pictures', () => {
    let team: TeamCallers
    beforeAll(async () => {
      team = await freshTeam(get().hub)
    })

    const shot = imageOf('one')
    const escalated = async (images = [shot]) => (await team.agent.ok('escalate', { request: content({ run: runWith(images) }) })).content.id
    const refOf = ({ base64: _, ...image }: typeof shot) => image
    const ask = (of: string, hash = shot.hash) => ({ params: { hash }, request: { of } })

    it('come back as they were sent, to their author and to leads, and to no colleague', async () => {
      const of = await escalated()
      expect((await team.lead.raw('picture', ask(of))).status).toBe(404)
      const said = { request: { ...shot, of }, key: newId() }
      const answers = await Promise.all(Array.from({ length: 5 }, () => team.agent.raw('image', said)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
      const whole = { type: shot.type, base64: shot.base64 }
      expect(await team.agent.ok('picture', ask(of))).toEqual(whole)
      expect(await team.lead.ok('picture', ask(of))).toEqual(whole)
      expect(await team.agent2.raw('picture', ask(of))).toEqual(await team.agent2.raw('picture', ask(newId())))
    })

    it('go along with a case that is handed over, to the colleague who gets it and to nobody else’s desk', async () => {
      const { id, version, hash } = await team.lead.ok('publishPlaybook', {
        params: { id: 'handed' },
        request: { markdown: playbook('Handed'), note: '', base: null },
      })
      const request = handover(team.ids.agent2)
      const proof = { id: newId(), kind: 'screenshot' as const, at: 2, image: refOf(shot), url: 'https://desk.example.com/', title: 'Desk' }
      const run = {
        ...{ id: newId(), caseKey: request.case.key, playbook: { id, version, hash, title: 'Handed' }, memberId: team.ids.agent },
        ...{ startedAt: 1, updatedAt: 2, closedAt: null, outcome: null, steps: [{ stepId: 'look', state: 'done' as const, at: 2, proofs: [proof] }] },
      }
      const { content: sent } = await team.agent.ok('handOver', { request: { ...request, runs: [run] } })
      expect((await team.agent2.raw('image', { request: { ...shot, of: sent.id } })).status).toBe(403)
      await team.agent.ok('image', { request: { ...shot, of: sent.id } })
      const whole = { type: shot.type, base64: shot.base64 }
      expect(await team.agent2.ok('picture', ask(sent.id))).toEqual(whole)
      expect(await team.lead.ok('picture', ask(sent.id))).toEqual(whole)
      await team.agent.ok('returnHandover', { params: { id: sent.id }, request: { word: '' } })
      expect((await team.agent2.raw('picture', ask(sent.id))).status).toBe(404)
      const { content: other } = await team.agent.ok('handOver', { request: handover(team.ids.lead) })
      expect((await team.agent2.raw('picture', ask(other.id))).status).toBe(404)
    })

    it('are not stored for what does not name them, is not there, or is a colleague’s', async () => {
      const of = await escalated()
      const other = imageOf('another')
      expect((await team.agent.raw('image', { request: { ...other, of } })).status).toBe(400)
      expect((await team.agent.raw('image', { request: { ...shot, of: newId() } })).status).toBe(404)
      expect((await team.agent2.raw('image', { request: { ...shot, of } })).status).toBe(404)
      expect((await team.lead.raw('image', { request: { ...shot, of } })).status).toBe(403)
    })

    it('naming the picture of a colleague shows nothing of it', async () => {
      const of = await escalated()
      await team.agent.ok('image', { request: { ...shot, of } })
      const { content: own } = await team.agent2.ok('escalate', { request: content({ run: runWith([shot]) }) })
      expect((await team.agent2.raw('picture', ask(own.id))).status).toBe(404)
    })

    it('are what they were named, and nothing else than pictures', async () => {
      const script = { ...shot, base64: Buffer.from('<script>').toString('base64') }
      const of = await escalated()
      expect((await team.agent.raw('image', { request: { ...script, of } })).status).toBe(400)
      expect((await team.agent.raw('image', { request: { ...shot, type: 'image/jpeg', of } })).status).toBe(400)
      expect((await team.agent.raw('image', { request: { ...shot, base64: '%%', of } })).status).toBe(400)
      expect((await team.agent.raw('image', { request: { ...shot, base64: 'A'.repeat(540_001), of } })).status).toBe(400)
    })

    it('of a closed run are kept with it', async () => {
      const { id, version, hash } = await team.lead.ok('publishPlaybook', {
        params: { id: 'counterfeit' },
        request: { markdown: playbook('Counterfeit'), note: '', base: null },
      })
      const [line] = runWith([shot]).lines
      const steps = [{ stepId: 'look', state: 'done' as const, at: 2, tookMs: 1, proofs: line!.proofs! }]
      const override = { reason: 'The page is gone', at: 3, open: [{ stepId: 'look', label: 'Look' }] }
      const times = { startedAt: 1, updatedAt: 3, closedAt: 3 }
      const run = {
        id: newId(),
        caseKey: 'a:1',
        playbook: { id, version, hash, title: 'Counterfeit' },
        memberId: null,
        ...times,
        outcome: null,
        steps,
        override,
      }
      await team.agent.ok('run', { request: run })
      await team.agent.ok('image', { request: { ...shot, of: run.id } })
      expect((await team.lead.ok('picture', ask(run.id))).base64).toBe(shot.base64)
      expect((await team.agent2.raw('picture', ask(run.id))).status).toBe(404)
    })
  })
}
