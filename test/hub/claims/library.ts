// Claims about publishing playbooks, snippets and sites, and about receipts and runs.
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Rollout } from '../../../lib/schema/rollout.ts'
import type { Run } from '../../../lib/schema/run.ts'
import { newId } from '../api.ts'
import { content, growingPlaybook, playbook } from '../contents.ts'
import { freshTeam, type GetUnderTest, type TeamCallers } from './under-test.ts'

const publish = (id: string, markdown: string, base: number | null) => ({ params: { id }, request: { markdown, note: 'Test', base } })

export function libraryClaims(get: GetUnderTest): void {
  describe('library', () => {
    let team: TeamCallers
    beforeAll(async () => {
      team = await freshTeam(get().hub)
    })

    it('a publish makes the next version, with the hash of its canonical text, for everybody', async () => {
      const { cursor } = await team.agent.ok('snapshot')
      const first = await team.lead.ok('publishPlaybook', publish('counterfeit', playbook('Counterfeit'), null))
      expect(first.version).toBe(1)
      expect(first.hash).toBe(createHash('sha256').update(first.markdown).digest('hex'))
      const second = await team.lead.ok('publishPlaybook', publish('counterfeit', playbook('Counterfeit', 'Compare the serial'), 1))
      const { events } = await team.agent.ok('feed', { request: { after: cursor } })
      expect(events).toMatchObject([
        { type: 'playbook.published', playbook: first },
        { type: 'playbook.published', playbook: second },
      ])
      const { versions } = await team.agent.ok('playbookVersions', { params: { id: 'counterfeit' } })
      expect(versions).toEqual([second, first])
      expect((await team.agent.ok('snapshot')).playbooks).toEqual([second])
    })

    it('publishing what is published already makes no version', async () => {
      const first = await team.lead.ok('publishPlaybook', publish('same', playbook('Same'), null))
      expect(await team.admin.ok('publishPlaybook', publish('same', playbook('Same'), null))).toEqual(first)
    })

    it('a stale base names the newest version and who published it', async () => {
      await team.lead.ok('publishPlaybook', publish('stale', playbook('Stale'), null))
      const answer = await team.admin.raw('publishPlaybook', publish('stale', playbook('Stale', 'Another step'), null))
      expect(answer.status).toBe(409)
      expect(answer.message).toMatch(/Lena Lead published version 1 of this playbook on \d+ \w+ \d{4}/)
      expect((await team.lead.raw('publishPlaybook', publish('nothing-yet', playbook('New'), 4))).status).toBe(409)
    })

    it('of several leads who publish at once on one base one wins', async () => {
      const texts = ['One', 'Two', 'Three', 'Four'].map((step) => publish('race', playbook('Race', step), null))
      const answers = await Promise.all(texts.map((said, index) => (index % 2 ? team.lead : team.admin).raw('publishPlaybook', said)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    })

    it('a publish says what becomes of open runs, and later versions still say it', async () => {
      const said = (step: string, base: number | null, rollout?: Rollout) => {
        const { params, request } = publish('marked', playbook('Marked', step), base)
        return team.lead.ok('publishPlaybook', { params, request: { ...request, ...(rollout ? { rollout } : {}) } })
      }
      expect(await said('One', null)).toMatchObject({ rollout: 'next-case', marks: { applyNow: null, criticalStop: null } })
      await said('Two', 1, 'critical-stop')
      await said('Three', 2, 'apply-now')
      const fourth = await said('Four', 3)
      expect(fourth).toMatchObject({ version: 4, rollout: 'next-case', marks: { applyNow: 3, criticalStop: 2 } })
      const { versions } = await team.agent.ok('playbookVersions', { params: { id: 'marked' } })
      expect(versions.map(({ rollout }) => rollout)).toEqual(['next-case', 'apply-now', 'critical-stop', 'next-case'])
      expect((await team.agent.ok('snapshot')).playbooks).toContainEqual(fourth)
    })

    it('a faulty playbook is refused with the line', async () => {
      const answer = await team.lead.raw('publishPlaybook', publish('faulty', '---\ntitle: Faulty\nseverity: S9\n---\n- [ ] Step\n', null))
      expect(answer.status).toBe(400)
      expect(answer.message).toMatch(/line 3/)
    })

    it('a playbook that is too long as it is printed is refused, and the feed stays readable', async () => {
      const markdown = growingPlaybook()
      expect(markdown.length).toBeLessThan(200_000)
      const answer = await team.lead.raw('publishPlaybook', publish('growing', markdown, null))
      expect([answer.status, answer.message]).toEqual([
        400,
        expect.stringMatching(/written out it has 2\d\d,\d{3} characters, and 200,000 are allowed\. Split/),
      ])
      expect((await team.agent.ok('snapshot')).playbooks.map(({ id }) => id)).not.toContain('growing')
    })

    it('a snippet at its limit is readable by every device', async () => {
      const draft = { title: 'Long', tags: [], body: '&'.repeat(20_000) }
      const published = await team.lead.ok('publishSnippet', { params: { id: 'long' }, request: draft })
      expect((await team.agent.ok('snapshot')).snippets).toContainEqual(published)
    })

    it('snippets and sites get versions likewise', async () => {
      const draft = { title: 'Ask for proof', tags: ['proof'], body: 'Please send the invoice, {{case.requester}}.' }
      const first = await team.lead.ok('publishSnippet', { params: { id: 'ask-for-proof' }, request: draft })
      expect(await team.lead.ok('publishSnippet', { params: { id: 'ask-for-proof' }, request: draft })).toEqual(first)
      const second = await team.lead.ok('publishSnippet', { params: { id: 'ask-for-proof' }, request: { ...draft, title: 'Ask for the invoice' } })
      expect([first.version, second.version]).toEqual([1, 2])
      const page = { name: 'Ticket', path: '/tickets/*', caseId: [{ from: 'url' as const, part: 'path' as const }], fields: [], reply: ['textarea'] }
      const site = await team.lead.ok('publishSite', {
        params: { id: 'demo-desk' },
        request: { name: 'Demo desk', origins: ['http://127.0.0.1:8090'], pages: [page], verified: null },
      })
      const seen = await team.agent.ok('snapshot')
      expect([seen.snippets.filter(({ id }) => id === second.id), seen.sites]).toEqual([[second], [site]])
    })

    it('a site whose base is not the newest version is refused, and nothing is overwritten', async () => {
      const page = { name: 'Ticket', path: '/tickets/*', caseId: [{ from: 'url' as const, part: 'path' as const }], fields: [], reply: [] }
      const draft = { name: 'Pointed desk', origins: ['http://127.0.0.1:8091'], pages: [page], verified: null }
      const params = { id: 'pointed-desk' }
      const publish = (name: string, base?: number | null) =>
        team.lead.raw('publishSite', { params, request: { ...draft, name, ...(base === undefined ? {} : { base }) } })
      expect((await publish('Before any', 3)).status).toBe(409)
      await team.lead.ok('publishSite', { params, request: { ...draft, base: null } })
      const late = await publish('Too late', null)
      expect([late.status, late.message]).toEqual([409, expect.stringContaining('A colleague has published version 1 meanwhile.')])
      const second = await team.lead.ok('publishSite', { params, request: { ...draft, name: 'In time', base: 1 } })
      expect([second.version, 'base' in second]).toEqual([2, false])
      expect((await publish('From a folder')).status).toBe(200)
    })

    it('synonyms get versions likewise, for everybody, and the same lists make none', async () => {
      const { cursor, synonyms: before } = await team.agent.ok('snapshot')
      expect(before).toBeUndefined()
      const publishLists = (lists: string[][]) => team.lead.ok('publishSynonyms', { request: { lists } })
      const first = await publishLists([['chargeback', 'dispute']])
      expect(await publishLists([['chargeback', 'dispute']])).toEqual(first)
      const second = await publishLists([['chargeback', 'dispute', 'payment reversal']])
      expect([first.version, second.version]).toEqual([1, 2])
      const { events } = await team.agent.ok('feed', { request: { after: cursor } })
      expect(events).toMatchObject([
        { type: 'synonyms.published', synonyms: first },
        { type: 'synonyms.published', synonyms: second },
      ])
      expect((await team.agent.ok('snapshot')).synonyms).toEqual(second)
      expect((await team.lead.raw('publishSynonyms', { request: { lists: [['alone']] } })).status).toBe(400)
    })

    it('what is masked gets versions likewise, and a pattern that cannot be read is refused', async () => {
      const { cursor, redaction: before } = await team.agent.ok('snapshot')
      expect(before).toBeUndefined()
      const rules = { email: false, phone: true, mask: [{ name: 'loyalty card', pattern: 'LC\\d{10}' }], keep: ['@shop.example', { pattern: 'NW-.*' }] }
      const first = await team.lead.ok('publishRedaction', { request: rules })
      expect(await team.lead.ok('publishRedaction', { request: rules })).toEqual(first)
      const second = await team.lead.ok('publishRedaction', { request: { ...rules, email: true } })
      expect([first.version, second.version, second.rules]).toEqual([1, 2, { ...rules, email: true }])
      const { events } = await team.agent.ok('feed', { request: { after: cursor } })
      expect(events).toMatchObject([
        { type: 'redaction.published', redaction: first },
        { type: 'redaction.published', redaction: second },
      ])
      expect((await team.agent.ok('snapshot')).redaction).toEqual(second)
      const refused = await team.lead.raw('publishRedaction', { request: { ...rules, keep: [{ pattern: '(' }] } })
      expect(refused.status).toBe(400)
      expect((await team.agent.ok('snapshot')).redaction).toEqual(second)
    })

    it('a site with a selector outside the allow-list is refused by name and place', async () => {
      const page = { name: 'Ticket', path: '/tickets/*', caseId: [{ from: 'url' as const, part: 'path' as const }], fields: [], reply: ['textarea::before'] }
      const request = { name: 'Bad desk', origins: ['http://127.0.0.1:8090'], pages: [page], verified: null }
      const answer = await team.lead.raw('publishSite', { params: { id: 'bad-desk' }, request })
      expect(answer.status).toBe(400)
      expect(answer.message).toMatch(/pages\.0\.reply\.0: The selector uses "::before"/)
      const many = Array.from({ length: 51 }, () => 'http://127.0.0.1:8090')
      const tooMany = await team.lead.raw('publishSite', {
        params: { id: 'bad-desk' },
        request: { ...request, origins: many, pages: [{ ...page, reply: [] }] },
      })
      expect(tooMany.status).toBe(400)
    })

    it('a receipt is kept once and needs a version that exists', async () => {
      const { version } = await team.lead.ok('publishPlaybook', publish('receipts', playbook('Receipts'), null))
      const receipt = (playbookId: string) => ({ request: { playbookId, version, kind: 'seen' as const } })
      await team.agent.ok('receipt', receipt('receipts'))
      await team.agent.ok('receipt', receipt('receipts'))
      expect((await team.agent.raw('receipt', receipt('unknown'))).status).toBe(404)
    })

    it('a closed run is kept, replaced by its own next close, and refused from anyone else', async () => {
      const { id, version, hash } = await team.lead.ok('publishPlaybook', publish('runs', playbook('Runs'), null))
      const run = {
        ...{ id: newId(), caseKey: 'demo-desk:1', playbook: { id, version, hash, title: 'Runs' }, memberId: team.ids.agent },
        ...{ startedAt: 1, updatedAt: 2, closedAt: 3, outcome: null, steps: [] },
      }
      await team.agent.ok('run', { request: run })
      await team.agent.ok('run', { request: { ...run, closedAt: 9 } })
      expect((await team.agent2.raw('run', { request: run })).status).toBe(403)
      expect((await team.agent2.raw('run', { request: { ...run, memberId: null } })).status).toBe(409)
    })

    it('leads read beside an escalation how the runs of its case ended, of that case and team only', async () => {
      const { id, version, hash } = await team.lead.ok('publishPlaybook', publish('endings', playbook('Endings'), null))
      const { content: escalated } = await team.agent.ok('escalate', { request: content() })
      const override = { reason: 'Duplicate of 1042', at: 7, open: [{ stepId: 'look', label: 'Look' }] }
      const closedAs = (memberId: string, change: Partial<Run>) => ({
        ...{ id: newId(), caseKey: escalated.case.key, playbook: { id, version, hash, title: 'Endings' }, memberId },
        ...{ startedAt: 1, updatedAt: 2, closedAt: 3, outcome: null, steps: [], ...change },
      })
      const mine = closedAs(team.ids.agent, { closedAt: 7, outcome: 'Duplicate', override })
      const colleagues = closedAs(team.ids.agent2, { closedAt: 5 })
      await team.agent.ok('run', { request: mine })
      await team.agent2.ok('run', { request: colleagues })
      await team.agent.ok('run', { request: closedAs(team.ids.agent, { caseKey: 'demo-desk:1043' }) })
      const asked = { params: { id: escalated.id } }
      const { endings } = await team.lead.ok('caseRuns', asked)
      expect(endings).toMatchObject([
        { runId: mine.id, by: { id: team.ids.agent }, closedAt: 7, outcome: 'Duplicate', override, decided: [] },
        { runId: colleagues.id, by: { id: team.ids.agent2 }, closedAt: 5, outcome: null },
      ])
      expect(JSON.stringify(endings)).not.toContain('caseKey')
      expect((await team.agent.raw('caseRuns', asked)).status).toBe(403)
      expect((await (await freshTeam(get().hub)).lead.raw('caseRuns', asked)).status).toBe(404)
    })
  })
}
