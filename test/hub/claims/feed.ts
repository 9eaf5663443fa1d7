// Claims about the feed: order, audience, resuming, several instances.
import { beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../../hub/database/pool.ts'
import { content, playbook } from '../contents.ts'
import { openLive } from '../live-client.ts'
import { freshTeam, type GetUnderTest, type TeamCallers } from './under-test.ts'

export function feedClaims(get: GetUnderTest): void {
  describe('feed', () => {
    let team: TeamCallers
    beforeAll(async () => {
      team = await freshTeam(get().hub)
    })
    const live = (token: string | null, cursor: number, hub = get().hub) => openLive(hub.url, token ?? '', cursor)

    it('a reader beside sixteen writers sees every event once, in order, on every instance', async () => {
      const { cursor } = await team.lead.ok('snapshot')
      const hubs = [get().hub, get().twin].filter((hub) => hub !== null)
      const readers = hubs.map((hub) => live(team.lead.token, cursor, hub))
      const sent = Array.from({ length: 48 }, () => content())
      const queue = [...sent]
      const writer = async (index: number) => {
        for (let next = queue.pop(); next; next = queue.pop()) await (index % 2 ? team.agent : team.agent2).ok('escalate', { request: next })
      }
      await Promise.all(Array.from({ length: 16 }, (_, index) => writer(index)))
      for (const reader of readers) {
        await reader.until(({ events }) => events.length >= sent.length * 2)
        expect(reader.events.map(({ seq }) => seq)).toEqual(Array.from({ length: sent.length * 2 }, (_, index) => cursor + 1 + index))
        const received = reader.events.flatMap((event) => (event.type === 'escalation.changed' ? [event.escalation.content.id] : []))
        expect(received.sort()).toEqual(sent.map(({ id }) => id).sort())
        reader.close()
      }
    })

    it('leads and the author get the escalation, the others a summary', async () => {
      const { cursor } = await team.lead.ok('snapshot')
      const { content: sent } = await team.agent.ok('escalate', { request: content() })
      const typesFor = async (caller: TeamCallers['agent']) => (await caller.ok('feed', { request: { after: cursor } })).events.map(({ type }) => type)
      expect(await typesFor(team.lead)).toEqual(['escalation.changed', 'escalation.summarized'])
      expect(await typesFor(team.agent)).toEqual(['escalation.changed', 'escalation.summarized'])
      expect(await typesFor(team.agent2)).toEqual(['escalation.summarized'])
      const colleague = await team.agent2.ok('snapshot')
      expect(colleague.escalations.map(({ content: { id } }) => id)).not.toContain(sent.id)
      expect(colleague.summaries.map(({ id }) => id)).toContain(sent.id)
      const own = live(team.agent2.token, cursor)
      await own.until((client) => client.cursor() === colleague.cursor)
      expect(own.events.map(({ type }) => type)).toEqual(['escalation.summarized'])
      own.close()
    })

    it('a device resumes from its cursor, live and by pages', async () => {
      const { cursor } = await team.lead.ok('snapshot')
      const first = live(team.lead.token, cursor)
      await team.agent.ok('escalate', { request: content() })
      await first.until(({ events }) => events.length === 2)
      first.close()
      await first.closed
      await team.agent.ok('escalate', { request: content() })
      const second = live(team.lead.token, first.cursor())
      await second.until(({ events }) => events.length === 2)
      second.close()
      const one = await team.lead.ok('feed', { request: { after: cursor, limit: 3 } })
      const rest = await team.lead.ok('feed', { request: { after: one.upto, limit: 3 } })
      expect([one.from, one.upto, rest.from, rest.upto]).toEqual([cursor, cursor + 3, cursor + 3, second.cursor()])
      expect([...one.events, ...rest.events]).toEqual([...first.events, ...second.events])
    })

    it('much and long news comes in pages that a device takes, live and by pages', async () => {
      const { cursor } = await team.lead.ok('snapshot')
      const prose = `${'words '.repeat(30)}\n\n`.repeat(900)
      const ids = Array.from({ length: 12 }, (_, index) => `long-${index}`)
      for (const id of ids) {
        const markdown = `${playbook(`Long ${id}`)}\n## Read\n\n${prose}`
        await team.lead.ok('publishPlaybook', { params: { id }, request: { markdown, note: '', base: null } })
      }
      const listener = live(team.agent.token, cursor)
      await listener.until(({ events }) => events.length === ids.length)
      listener.close()
      const sizes = listener.frames.map((frame) => JSON.stringify(frame).length)
      expect(Math.max(...sizes)).toBeLessThan(2_500_000)
      const pages = []
      for (let after = cursor; after < cursor + ids.length; after = pages.at(-1)?.upto ?? 0) pages.push(await team.agent.ok('feed', { request: { after } }))
      expect(pages.length).toBeGreaterThan(1)
      expect(Math.max(...pages.map((page) => JSON.stringify(page).length))).toBeLessThan(2_500_000)
      expect(pages.flatMap(({ events }) => events)).toEqual(listener.events)
    })

    it('a cursor that cannot be served is sent for a snapshot', async () => {
      const { cursor } = await team.lead.ok('snapshot')
      expect((await team.lead.raw('feed', { request: { after: cursor + 1 } })).status).toBe(410)
      const ahead = live(team.lead.token, cursor + 1)
      await ahead.until(({ frames }) => frames.length > 0)
      expect(ahead.frames).toEqual([{ type: 'reset' }])
      ahead.close()
    })

    it('a socket without a hello, or from a web page, is not served', async () => {
      const rude = openLive(get().hub.url, '', 0, { hello: '{"type":"hi"}' })
      expect(await rude.closed).toBe(4400)
      const page = openLive(get().hub.url, team.agent.token ?? '', 0, { origin: 'https://desk.example.com' })
      expect(await page.closed).toBe(1006)
    })

    it('events, audit and threads refuse UPDATE, DELETE and TRUNCATE', async () => {
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      for (const table of [
        'events',
        'audit',
        'thread_entries',
        'receipts',
        'playbook_versions',
        'snippet_versions',
        'site_versions',
        'handovers',
        'handover_settlings',
      ]) {
        for (const attempt of [`update ${table} set team_id = team_id`, `delete from ${table}`, `truncate ${table} cascade`]) {
          await expect(pool.query(attempt), attempt).rejects.toThrow(/insert-only/)
        }
      }
      await db.destroy()
    })
  })
}
