// Claims about sums: told once, added up, read by leads without names.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Count } from '../../../lib/schema/counts.ts'
import { newId } from '../api.ts'
import { freshTeam, type GetUnderTest, type TeamCallers } from './under-test.ts'

const day = (daysAgo = 0) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
const used = (subject: string, count: number, more: Partial<Count> = {}): Count => ({ day: day(), kind: 'inserted', subject, count, ...more })

export function countingClaims(get: GetUnderTest): void {
  describe('sums', () => {
    let team: TeamCallers
    beforeAll(async () => {
      team = await freshTeam(get().hub)
    })
    const usage = (days = 30) => team.lead.ok('usage', { request: { days } })

    it('are added up, over members and bundles, most first', async () => {
      await team.agent.ok('counts', { request: { counts: [used('ask-for-proof', 2), used('ask-for-proof', 1), used('refund', 1, { kind: 'copied' })] } })
      await team.agent2.ok('counts', { request: { counts: [used('ask-for-proof', 4)] } })
      expect((await usage()).snippets).toEqual([
        { id: 'ask-for-proof', inserted: 7, copied: 0, members: 2 },
        { id: 'refund', inserted: 0, copied: 1, members: 1 },
      ])
    })

    it('a bundle whose answer was lost counts once, also twenty times at once', async () => {
      const said = { request: { counts: [used('once', 3)] }, key: newId() }
      await Promise.all(Array.from({ length: 20 }, () => team.agent.raw('counts', said)))
      expect((await usage()).snippets).toContainEqual({ id: 'once', inserted: 3, copied: 0, members: 1 })
    })

    it('bundles of one member at once are all added', async () => {
      const counts = [used('b', 1), used('a', 1), used('c', 1)]
      await Promise.all([counts, counts.toReversed(), counts].map((some) => team.agent.ok('counts', { request: { counts: some } })))
      const { snippets } = await usage()
      expect(snippets.filter(({ id }) => id.length === 1).map(({ id, inserted }) => [id, inserted])).toEqual([
        ['a', 3],
        ['b', 3],
        ['c', 3],
      ])
    })

    it('searches without result say how often, by how many and when last, within the days asked for', async () => {
      const missed = (text: string, daysAgo: number) => used(text, 1, { kind: 'nothing-found', day: day(daysAgo) })
      await team.agent.ok('counts', { request: { counts: [missed('customs form', 3), missed('customs form', 1), missed('old words', 40)] } })
      expect((await usage()).searches).toEqual([{ text: 'customs form', count: 2, members: 1, lastDay: day(1) }])
      expect((await usage(60)).searches.map(({ text }) => text)).toEqual(['customs form', 'old words'])
    })

    it('what is no sum is refused', async () => {
      for (const wrong of [used('Not an id', 1), used('a', 0), used('a', 1, { day: 'today' })])
        expect((await team.agent.raw('counts', { request: { counts: [wrong] } })).status).toBe(400)
    })
  })
}
