// Claims about what leads hear of agents and agents of leads: confirmations, flags and coaching notes, and who never learns of them.
import { beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../../hub/database/pool.ts'
import { owesConfirmation } from '../../../lib/domain/confirmation.ts'
import type { Caller } from '../api.ts'
import { newId } from '../api.ts'
import { content, flagOf, playbook } from '../contents.ts'
import { openLive } from '../live-client.ts'
import { freshTeam, type GetUnderTest, type TeamCallers } from './under-test.ts'

const publish = (id: string, markdown: string, base: number | null, confirm?: boolean) => ({
  params: { id },
  request: { markdown, note: 'Test', base, ...(confirm === undefined ? {} : { confirm }) },
})

export function heardClaims(get: GetUnderTest): void {
  describe('what is heard', () => {
    let team: TeamCallers
    beforeAll(async () => {
      team = await freshTeam(get().hub)
    })
    const typesFor = async (caller: Caller, after: number) => (await caller.ok('feed', { request: { after } })).events.map(({ type }) => type)
    const auditOf = async (targets: string[]) => {
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      const { rows } = await pool.query('select action from audit where target = any($1) order by id', [targets])
      await db.destroy()
      return rows.map(({ action }) => action)
    }

    describe('a confirmation', () => {
      it('is asked for by a publish, outlives spelling, and is asked for again by what matters', async () => {
        const steps = ['Compare the photos', 'Compare the photos.', 'Compare the serial number']
        const asked: (number | null | undefined)[] = []
        for (const [index, step] of steps.entries()) {
          const said = publish('confirmed', playbook('Confirmed', step), index || null, index === 0)
          asked.push((await team.lead.ok('publishPlaybook', said)).confirmFrom)
        }
        expect(asked).toEqual([1, 1, 3])
        expect((await team.agent.ok('snapshot')).playbooks).toMatchObject([{ id: 'confirmed', confirmFrom: 3 }])
      })

      it('is told once to its member and to leads, on every device of the member, and to no other agent', async () => {
        const { version } = await team.lead.ok('publishPlaybook', publish('told', playbook('Told'), null, true))
        const { cursor } = await team.lead.ok('snapshot')
        const said = { request: { playbookId: 'told', version, kind: 'acknowledged' as const, onCase: true } }
        await team.agent.ok('receipt', said)
        await team.agent.ok('receipt', { ...said, key: newId() })
        expect(await typesFor(team.agent, cursor)).toEqual(['receipt.recorded'])
        expect(await typesFor(team.lead, cursor)).toEqual(['receipt.recorded'])
        expect(await typesFor(team.agent2, cursor)).toEqual([])
        expect((await team.agent.ok('snapshot')).receipts).toMatchObject([{ playbookId: 'told', version, kind: 'acknowledged', onCase: true }])
        expect((await team.agent2.ok('snapshot')).receipts).toEqual([])
        // Of the lead who asked for it, and of the agent.
        expect(await auditOf([`told ${version}`])).toEqual(['playbook.confirmed', 'playbook.confirmed'])
      })

      it('is nothing that the lead who asked for it owes, whatever follows', async () => {
        await team.lead.ok('publishPlaybook', publish('asked', playbook('Asked'), null, true))
        await team.lead.ok('publishPlaybook', publish('asked', playbook('Asked', 'Compare the photos.'), 1))
        const { receipts = [], playbooks } = await team.lead.ok('snapshot')
        const newest = playbooks.find(({ id }) => id === 'asked')!
        expect(newest).toMatchObject({ version: 2, confirmFrom: 1 })
        expect(owesConfirmation(newest, receipts, team.ids.lead)).toBe(false)
        expect(owesConfirmation(newest, (await team.agent.ok('snapshot')).receipts ?? [], team.ids.agent)).toBe(true)
      })

      it('counts for agents who have a device, and a later version for the earlier ones', async () => {
        await team.lead.ok('publishPlaybook', publish('counted', playbook('Counted'), null, true))
        await team.lead.ok('publishPlaybook', publish('counted', playbook('Counted', 'Compare the photos.'), 1))
        await team.agent.ok('receipt', { request: { playbookId: 'counted', version: 1, kind: 'acknowledged' } })
        await team.agent.ok('receipt', { request: { playbookId: 'counted', version: 2, kind: 'seen' } })
        const { readings } = await team.lead.ok('readings', { params: { id: 'counted' } })
        expect(readings.map(({ member, ...rest }) => [member.id, rest])).toEqual([
          [team.ids.agent, { seen: 2, confirmed: 1 }],
          [team.ids.agent2, { seen: null, confirmed: null }],
        ])
      })
    })

    describe('a flag', () => {
      it('reaches leads and comes back to its author with every answer; colleagues learn nothing', async () => {
        const version = await team.lead.ok('publishPlaybook', publish('flagged', playbook('Flagged'), null))
        const { cursor } = await team.lead.ok('snapshot')
        const flag = await team.agent.ok('flag', { request: flagOf({ ...version, title: 'Flagged' }) })
        const params = { id: flag.content.id }
        await team.lead.ok('answerFlag', { params, request: { kind: 'looking', text: '', version: null } })
        const mended = await team.lead.ok('publishPlaybook', publish('flagged', playbook('Flagged', 'Compare both photos'), 1))
        const ended = await team.lead.ok('answerFlag', { params, request: { kind: 'fixed', text: '', version: mended.version } })
        expect(ended.answers.map(({ kind, version, by }) => [kind, version, by.id])).toEqual([
          ['looking', null, team.ids.lead],
          ['fixed', 2, team.ids.lead],
        ])
        const told = ['flag.changed', 'flag.changed', 'playbook.published', 'flag.changed']
        expect(await typesFor(team.agent, cursor)).toEqual(told)
        expect(await typesFor(team.admin, cursor)).toEqual(told)
        expect(await typesFor(team.agent2, cursor)).toEqual(['playbook.published'])
        expect((await team.agent.ok('snapshot')).flags).toEqual([ended])
        expect((await team.lead.ok('snapshot')).flags).toEqual([ended])
        expect((await team.agent2.ok('snapshot')).flags).toEqual([])
        expect(await auditOf([flag.content.id])).toEqual(['flag.made', 'flag.looking', 'flag.fixed'])
      })

      it('is received once, however often it is sent, and its id is nobody else’s', async () => {
        const version = await team.lead.ok('publishPlaybook', publish('once', playbook('Once'), null))
        const request = flagOf({ ...version, title: 'Once' }, { stepId: null, label: '', kind: 'missing' })
        const first = await team.agent.ok('flag', { request })
        expect(await team.agent.ok('flag', { request })).toEqual(first)
        expect((await team.agent2.raw('flag', { request })).status).toBe(409)
        expect((await team.agent.raw('flag', { request: { ...request, word: 'Other' } })).status).toBe(409)
      })

      it('is ended once: a second end, a refusal without a word and a version that does not exist change nothing', async () => {
        const version = await team.lead.ok('publishPlaybook', publish('ended', playbook('Ended'), null))
        const params = { id: (await team.agent.ok('flag', { request: flagOf({ ...version, title: 'Ended' }) })).content.id }
        const answer = (kind: 'fixed' | 'declined', text: string, version: number | null) =>
          team.lead.raw('answerFlag', { params, request: { kind, text, version } })
        expect((await answer('declined', ' ', null)).status).toBe(400)
        expect((await answer('fixed', '', 9)).status).toBe(404)
        expect((await answer('declined', 'On purpose', null)).status).toBe(200)
        expect(await answer('declined', 'Again', null)).toMatchObject({ status: 409, message: expect.stringContaining('already settled') })
      })
    })

    describe('a coaching note', () => {
      it('is read by its agent and by leads; another agent gets it through no feed, no snapshot, no socket and no route', async () => {
        const record = await team.agent.ok('escalate', { request: content() })
        const { cursor } = await team.lead.ok('snapshot')
        const said = { memberId: team.ids.agent, escalationId: record.content.id, text: 'Take the stitching photo along' }
        const note = await team.lead.ok('coach', { request: said })
        expect(note.content.about).toEqual({ id: record.content.id, number: record.number, title: record.content.case.title })
        const params = { noteId: note.content.id }
        expect((await team.agent2.raw('heed', { params, request: { text: 'Mine?' } })).status).toBe(404)
        expect((await team.lead.raw('heed', { params, request: { text: '' } })).status).toBe(404)
        await team.agent.ok('heed', { params, request: { text: '' } })
        const answered = await team.agent.ok('heed', { params, request: { text: 'Will do' } })
        expect(answered.replies.map(({ text }) => text)).toEqual(['', 'Will do'])

        const told = ['coaching.changed', 'coaching.changed', 'coaching.changed']
        expect(await typesFor(team.agent, cursor)).toEqual(told)
        expect(await typesFor(team.admin, cursor)).toEqual(told)
        expect(await typesFor(team.agent2, cursor)).toEqual([])
        const socket = openLive(get().hub.url, team.agent2.token ?? '', cursor)
        await socket.until((client) => client.cursor() >= cursor + 3)
        expect(socket.events).toEqual([])
        socket.close()
        const mine = await team.agent2.raw('snapshot')
        expect(mine.text).not.toContain('stitching')
        expect(JSON.parse(mine.text).notes).toEqual([])
        expect((await team.agent.ok('snapshot')).notes).toEqual([answered])
        expect((await team.admin.ok('snapshot')).notes).toEqual([answered])
        expect((await team.lead.ok('escalation', { params: { id: record.content.id } })).thread).toEqual([])
        expect(await auditOf([note.content.id])).toEqual(['coaching.written', 'coaching.read', 'coaching.answered'])
      })

      it('is never about another member’s escalation, and never to oneself', async () => {
        const { content: mine } = await team.agent.ok('escalate', { request: content() })
        const write = (memberId: string, escalationId: string | null) => team.lead.raw('coach', { request: { memberId, escalationId, text: 'Hello' } })
        expect((await write(team.ids.agent2, mine.id)).status).toBe(404)
        expect((await write(newId(), null)).status).toBe(404)
        expect((await write(team.ids.lead, null)).status).toBe(400)
        expect((await write(team.ids.agent2, null)).status).toBe(200)
      })

      it('is one note when its answer was lost and the same words are sent again', async () => {
        const said = { request: { memberId: team.ids.agent, escalationId: null, text: 'Ask for the serial number first.' } }
        const first = await team.lead.ok('coach', { ...said, key: newId() })
        expect(await team.lead.ok('coach', { ...said, key: newId() })).toEqual(first)
        const other = await team.lead.ok('coach', { request: { ...said.request, text: 'And the box.' }, key: newId() })
        expect(other.content.id).not.toBe(first.content.id)
      })

      it('is marked as read once', async () => {
        const note = await team.lead.ok('coach', { request: { memberId: team.ids.agent, escalationId: null, text: 'Well done' } })
        const params = { noteId: note.content.id }
        const read = await team.agent.ok('heed', { params, request: { text: '' } })
        expect(await team.agent.ok('heed', { params, request: { text: '' } })).toEqual(read)
      })
    })

    it('answers to flags and replies to notes refuse UPDATE, DELETE and TRUNCATE', async () => {
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      for (const table of ['flag_answers', 'coaching_replies'])
        for (const attempt of [`update ${table} set team_id = team_id`, `delete from ${table}`, `truncate ${table} cascade`])
          await expect(pool.query(attempt), attempt).rejects.toThrow(/insert-only/)
      await db.destroy()
    })

    it('the whole log, as an agent gets it, has of all this only what is the agent’s own', async () => {
      const { events } = await team.agent2.ok('feed', { request: { after: 0 } })
      expect(events.filter(({ type }) => ['coaching.changed', 'flag.changed', 'receipt.recorded'].includes(type))).toMatchObject([
        { type: 'coaching.changed', note: { content: { to: { id: team.ids.agent2 } } } },
      ])
    })
  })
}
