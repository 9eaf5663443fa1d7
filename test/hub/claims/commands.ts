// Claims about escalations and exactly-once commands.
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../api.ts'
import { content } from '../contents.ts'
import { freshTeam, type GetUnderTest, type TeamCallers } from './under-test.ts'

export function commandClaims(get: GetUnderTest): void {
  describe('commands', () => {
    let team: TeamCallers
    beforeAll(async () => {
      team = await freshTeam(get().hub)
    })

    it('the same key and body gets the same answer, twenty times at once, and makes one row', async () => {
      const said = { request: content(), key: newId() }
      const answers = await Promise.all(Array.from({ length: 20 }, () => team.agent.raw('escalate', said)))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      const { escalations } = await team.lead.ok('snapshot')
      expect(escalations.filter(({ content: { id } }) => id === said.request.id)).toHaveLength(1)
      expect((await team.agent.raw('escalate', said)).text).toBe(answers[0]?.text)
    })

    it('the same key with another body or route is a conflict', async () => {
      const key = newId()
      const first = content()
      await team.agent.ok('escalate', { request: first, key })
      expect((await team.agent.raw('escalate', { request: content(), key })).status).toBe(409)
      expect((await team.agent.raw('withdraw', { params: { id: first.id }, request: { reason: '' }, key })).status).toBe(409)
    })

    it('a key belongs to its member', async () => {
      const key = newId()
      await team.agent.ok('escalate', { request: content(), key })
      expect((await team.agent2.raw('escalate', { request: content(), key })).status).toBe(200)
    })

    it('the same escalation under a new key stays one, and its id cannot be taken by another member', async () => {
      const request = content()
      const first = await team.agent.ok('escalate', { request })
      expect(await team.agent.ok('escalate', { request })).toEqual(first)
      expect((await team.agent2.raw('escalate', { request })).status).toBe(409)
      expect((await team.agent.raw('escalate', { request: { ...request, note: 'changed' } })).status).toBe(409)
    })

    it('numbers count up without a gap', async () => {
      const records = await Promise.all(Array.from({ length: 12 }, () => team.agent.ok('escalate', { request: content() })))
      const numbers = records.map(({ number }) => number).sort((a, b) => a - b)
      expect(numbers).toEqual(numbers.map((_, index) => numbers[0]! + index))
    })

    it('a command without a key is refused', async () => {
      expect((await team.agent.raw('escalate', { request: content(), key: 'not-a-uuid' })).status).toBe(400)
    })

    it('the whole way: seen, taken, asked, answered, amended, ruled', async () => {
      const { content: sent } = await team.agent.ok('escalate', { request: content() })
      const params = { id: sent.id }
      const seen = await team.lead.ok('see', { params, request: {} })
      expect([seen.status, seen.seenBy?.id]).toEqual(['seen', team.ids.lead])
      expect((await team.admin.ok('see', { params, request: {} })).seenBy?.id).toBe(team.ids.lead)
      const taken = await team.lead.ok('take', { params, request: { revision: seen.revision } })
      expect(taken.takenBy?.id).toBe(team.ids.lead)
      expect((await team.lead.ok('ask', { params, request: { text: 'Which listing?' } })).status).toBe('asked')
      await team.agent.ok('answer', { params, request: { text: 'The blue one' } })
      const amended = await team.agent.ok('amend', { params, request: { note: 'Now it is urgent', severity: 'S1' } })
      expect(amended.severity).toBe('S1')
      const ruled = await team.lead.ok('rule', { params, request: { outcome: 'Remove', rationale: 'A replica', revision: amended.revision } })
      expect([ruled.status, ruled.ruling?.rationale, ruled.content]).toEqual(['ruled', 'A replica', sent])
      expect(await team.agent.ok('escalation', { params })).toEqual(ruled)
      expect((await team.agent.raw('withdraw', { params, request: { reason: 'too late' } })).status).toBe(409)
    })

    it('of two leads who take at once one is first', async () => {
      const { content: sent, revision } = await team.agent.ok('escalate', { request: content() })
      const said = { params: { id: sent.id }, request: { revision } }
      const answers = await Promise.all([team.lead.raw('take', said), team.admin.raw('take', said)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    })

    it('a ruling on a text that changed meanwhile is a conflict', async () => {
      const { content: sent, revision } = await team.agent.ok('escalate', { request: content() })
      const params = { id: sent.id }
      await team.agent.ok('amend', { params, request: { note: 'One more thing', severity: null } })
      expect((await team.lead.raw('rule', { params, request: { outcome: 'No', rationale: 'Because', revision } })).status).toBe(409)
    })

    it('agents cannot open, answer or withdraw what a colleague escalated', async () => {
      const { content: sent } = await team.agent.ok('escalate', { request: content() })
      const params = { id: sent.id }
      const absent = await team.agent2.raw('escalation', { params: { id: newId() } })
      expect(await team.agent2.raw('escalation', { params })).toEqual(absent)
      expect(await team.agent2.raw('withdraw', { params, request: { reason: '' } })).toEqual(absent)
      expect((await team.lead.raw('answer', { params, request: { text: 'for them' } })).status).toBe(403)
    })

    it('text that the database cannot keep is made storable instead of refused', async () => {
      const record = await team.agent.ok('escalate', { request: content({ note: 'half \ud83d and nul \0 end' }) })
      expect(record.content.note).toBe('half \ufffd and nul \ufffd end')
    })

    it('a body over 2 MB is refused with 413', async () => {
      const answer = await team.agent.raw('escalate', { request: content({ note: 'x'.repeat(2_200_000) }) })
      expect(answer.status).toBe(413)
    })
  })
}
