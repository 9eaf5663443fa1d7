// Claims about handing a case to a colleague: who learns of it, who settles it, and that of two at once one comes second.
import { beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../../hub/database/pool.ts'
import type { Run } from '../../../lib/schema/run.ts'
import { newId } from '../api.ts'
import { content, handover, playbook } from '../contents.ts'
import { freshTeam, type GetUnderTest, type TeamCallers } from './under-test.ts'

export function handoverClaims(get: GetUnderTest): void {
  describe('hand-overs', () => {
    let team: TeamCallers
    let run: Run
    beforeAll(async () => {
      team = await freshTeam(get().hub)
      const { id, version, hash } = await team.lead.ok('publishPlaybook', {
        params: { id: 'handed' },
        request: { markdown: playbook('Handed'), note: '', base: null },
      })
      const steps = [{ stepId: 'compare-the-photos', state: 'skipped' as const, reason: 'None there', at: 2 }]
      const times = { startedAt: 1, updatedAt: 2, closedAt: null }
      run = {
        id: newId(),
        caseKey: 'demo-desk:1042',
        playbook: { id, version, hash, title: 'Handed' },
        memberId: team.ids.agent,
        ...times,
        outcome: null,
        steps,
      }
    })
    const send = (runs: Run[] = [run]) => team.agent.ok('handOver', { request: handover(team.ids.agent2, { runs }) })
    const on = (id: string) => ({ params: { id }, request: {} })
    const returning = (id: string, word = '') => ({ params: { id }, request: { word } })

    it('reach both and leads, and nobody else; the runs come whole', async () => {
      const { cursor } = await team.lead.ok('snapshot')
      const { content } = await send()
      const heard = async (caller: TeamCallers['agent']) => (await caller.ok('feed', { request: { after: cursor } })).events
      for (const caller of [team.agent, team.agent2, team.lead])
        expect(await heard(caller)).toMatchObject([{ type: 'handover.changed', handover: { content } }])
      const third = await freshTeam(get().hub)
      expect((await third.agent.ok('snapshot')).handovers).toEqual([])
      const ofReceiver = (await team.agent2.ok('snapshot')).handovers?.find((one) => one.content.id === content.id)
      expect(ofReceiver).toMatchObject({ status: 'open', content: { runs: [run], note: 'I am off at six' } })
      const ofLead = (await team.lead.ok('snapshot')).handovers?.find((one) => one.content.id === content.id)
      expect(ofLead).toMatchObject({ content: { runs: [] } })
    })

    it('tell who takes the case what was escalated and ruled on it before, as the hub has it; a returned one tells it no more', async () => {
      const own = content({ case: { ...content().case, key: 'demo-desk:1077' }, note: 'card 4111 1111 1111 1111' })
      const { revision } = await team.agent.ok('escalate', { request: own })
      await team.agent2.ok('escalate', { request: content({ case: own.case }) })
      await team.lead.ok('rule', { ...on(own.id), request: { outcome: 'Remove listing', rationale: 'The plate is missing.', revision } })
      const place = { ...handover(team.ids.agent2).case, key: own.case.key }
      const forged = { ...handover(team.ids.agent2, { case: place }), escalations: [{ number: 1 }] }
      const { content: sent } = await team.agent.ok('handOver', { request: forged })
      expect(sent).not.toHaveProperty('escalations')
      const of = async (caller: TeamCallers['agent']) => (await caller.ok('snapshot')).handovers?.find((one) => one.content.id === sent.id)
      const told = [{ id: own.id, by: { id: team.ids.agent }, note: 'card [card ending 1111]', ruling: { outcome: 'Remove listing' } }]
      expect((await of(team.agent2))?.escalations).toMatchObject(told)
      for (const caller of [team.agent, team.lead]) expect(await of(caller)).not.toHaveProperty('escalations')
      expect((await team.agent2.ok('takeHandover', on(sent.id))).escalations).toMatchObject(told)
      const onward = await team.agent2.ok('handOver', { request: handover(team.ids.agent, { case: place }) })
      expect(onward.escalations?.map(({ by }) => by.id)).toEqual([team.ids.agent2, team.ids.agent])
      expect(await team.agent.ok('returnHandover', returning(onward.content.id))).not.toHaveProperty('escalations')
    })

    it('are taken once: the sender hears of it, and a second device of the taker gets the same answer', async () => {
      const { content } = await send()
      const { cursor } = await team.agent.ok('snapshot')
      const first = await team.agent2.ok('takeHandover', on(content.id))
      expect(first).toMatchObject({ status: 'taken', settledAt: expect.any(Number) })
      expect(await team.agent2.ok('takeHandover', on(content.id))).toEqual(first)
      const { events } = await team.agent.ok('feed', { request: { after: cursor } })
      expect(events).toMatchObject([{ type: 'handover.changed', handover: { status: 'taken' } }])
      expect(await team.agent.raw('returnHandover', returning(content.id))).toMatchObject({
        status: 409,
        message: expect.stringContaining('has taken this case'),
      })
    })

    it('taken and taken back at the same moment end one way, on every instance', async () => {
      for (let round = 0; round < 4; round += 1) {
        const { content } = await send([])
        const answers = await Promise.all([
          team.agent2.raw('takeHandover', on(content.id)),
          team.agent.raw('returnHandover', returning(content.id)),
          team.agent2.raw('takeHandover', on(content.id)),
        ])
        const { handovers = [] } = await team.agent.ok('snapshot')
        const status = handovers.find((one) => one.content.id === content.id)?.status
        const expected = status === 'taken' ? [200, 409, 200] : [409, 200, 409]
        expect(answers.map((answer) => answer.status)).toEqual(expected)
      }
    })

    it('that came back are told to their sender for as long as the sender may have been away, however many leads read about', async () => {
      const { content } = await send()
      await team.agent2.ok('returnHandover', returning(content.id, 'Not mine'))
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      await pool.query('alter table handover_settlings disable trigger user')
      await pool.query('update handover_settlings set at = at - $1 where handover_id = $2', [60 * 24 * 3_600_000, content.id])
      await pool.query('alter table handover_settlings enable trigger user')
      await db.destroy()
      const of = async (caller: TeamCallers['agent']) => (await caller.ok('snapshot')).handovers?.find((one) => one.content.id === content.id)
      expect(await of(team.agent)).toMatchObject({ status: 'returned', content: { runs: [] } })
      expect(await of(team.lead)).toBeUndefined()
    })

    it('are returned with a word, and the same one sent again under another key stays one', async () => {
      const request = handover(team.ids.agent2, { runs: [run] })
      const [first, again] = [await team.agent.ok('handOver', { request }), await team.agent.ok('handOver', { request })]
      expect(again).toEqual(first)
      expect(await team.agent2.ok('returnHandover', returning(request.id, 'I am off, too'))).toMatchObject({ status: 'returned', word: 'I am off, too' })
      expect((await team.agent.raw('handOver', { request: { ...request, note: 'other' } })).status).toBe(409)
    })

    it('to oneself, to a stranger, with a run of somebody else or an unknown version are refused', async () => {
      const stranger = (await freshTeam(get().hub)).ids.agent
      const said = async (to: string, runs: Run[] = []) => (await team.agent.raw('handOver', { request: handover(to, { runs }) })).status
      expect(await said(team.ids.agent)).toBe(400)
      expect(await said(stranger)).toBe(404)
      expect(await said(team.ids.agent2, [{ ...run, memberId: team.ids.agent2 }])).toBe(400)
      expect(await said(team.ids.agent2, [{ ...run, playbook: { ...run.playbook, version: 9 } }])).toBe(404)
    })

    it('leave lines in the audit', async () => {
      const { content } = await send()
      await team.agent2.ok('takeHandover', on(content.id))
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      const { rows } = await pool.query('select action, actor_id from audit where target = $1 order by id', [content.id])
      await db.destroy()
      expect(rows).toEqual([
        { action: 'handover.sent', actor_id: team.ids.agent },
        { action: 'handover.taken', actor_id: team.ids.agent2 },
      ])
    })
  })
}
