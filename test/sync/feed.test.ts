import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getDraft, saveDraft } from '../../lib/db/drafts.ts'
import { commitEscalation, getEscalation, listEscalations } from '../../lib/db/escalations.ts'
import { listInbox } from '../../lib/db/inbox.ts'
import { getPlaybook, listPlaybooks, listSites, listSnippets } from '../../lib/db/library.ts'
import { listMembers } from '../../lib/db/members.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { getRun, startOrResume } from '../../lib/db/runs.ts'
import { getSession, saveSession } from '../../lib/db/session.ts'
import { othersOnCase } from '../../lib/db/summaries.ts'
import { getSynonyms } from '../../lib/db/synonyms.ts'
import type { Member } from '../../lib/schema/member.ts'
import { applyPage } from '../../lib/sync/feed.ts'
import { drain } from '../../lib/sync/outbox-sender.ts'
import { pull } from '../../lib/sync/pull.ts'
import { failRequest } from '../db/faults.ts'
import { contentOf, id, jonas, lena, mira, patienceMs, playbookOf, runOf, runs, sessionOf, siteOf, snippetOf, start } from '../db/sample.ts'
import { createDevice, type Device } from './device.ts'
import { MemoryHub } from './memory-hub.ts'

async function deviceOf(hub: MemoryHub, member: Member): Promise<Device> {
  const device = createDevice(hub.fetch)
  await device.database.use((db) => saveSession(db, sessionOf(member)))
  await pull(device.worker())
  device.moved.length = 0
  return device
}
async function setUp() {
  const hub = new MemoryHub([mira, jonas, lena])
  const [agent, lead] = [await deviceOf(hub, mira), await deviceOf(hub, lena)]
  const escalate = async (n: number) => {
    await agent.database.use((db) => commitEscalation(db, { content: contentOf(n), sendAfter: agent.clock, now: agent.clock }))
    await drain(agent.worker())
  }
  return { hub, agent, lead, escalate }
}
const arrivals = (device: Device) =>
  device.moved.flatMap((movement) =>
    movement.arrivals.map((arrival) => [arrival.kind, 'escalation' in arrival ? arrival.escalation.number : arrival.handover.content.id]),
  )
const moved = (device: Device) => [...new Set(device.moved.flatMap((movement) => movement.moved))].sort()

test('the lead receives what the agent sent, once', async () => {
  const { lead, escalate } = await setUp()
  await escalate(1)
  await pull(lead.worker())
  await pull(lead.worker())
  expect((await lead.database.use(listInbox)).map((record) => record.number)).toEqual([1])
  expect(arrivals(lead)).toEqual([['escalation', 1]])
  expect(moved(lead)).toEqual(['case', 'inbox'])
})

test('the agent hears of a question and of the ruling, each once', async () => {
  const { hub, agent, escalate } = await setUp()
  await escalate(1)
  hub.change(id(1), { kind: 'see', by: lena })
  hub.change(id(1), { kind: 'ask', text: 'Which stream?', by: lena })
  await pull(agent.worker())
  hub.change(id(1), { kind: 'rule', outcome: 'Remove', rationale: 'Fake', revision: 3, by: lena })
  await pull(agent.worker())
  expect(arrivals(agent)).toEqual([
    ['question', 1],
    ['ruling', 1],
  ])
  expect((await agent.database.use((db) => getEscalation(db, id(1))))?.record?.status).toBe('ruled')
})

test('an agent sees that a colleague escalated the same case, and not what was said', async () => {
  const { hub, escalate } = await setUp()
  const colleague = await deviceOf(hub, jonas)
  await escalate(1)
  await pull(colleague.worker())
  expect(await colleague.database.use((db) => othersOnCase(db, 'demo-desk:1', jonas.id))).toMatchObject([{ by: { name: 'Mira' }, number: 1 }])
  expect(await colleague.database.use(listInbox)).toEqual([])
  expect(await colleague.database.use((db) => listEscalations(db, jonas.id))).toEqual([])
})

test('what was made on another device of the same member appears as sent', async () => {
  const { hub, escalate } = await setUp()
  const second = await deviceOf(hub, mira)
  await escalate(1)
  await pull(second.worker())
  expect(await second.database.use((db) => listEscalations(db, mira.id))).toMatchObject([{ local: 'sent', caseKey: 'demo-desk:1', record: { number: 1 } }])
})

test('a published playbook, snippet, site and synonyms arrive, and an older version that comes late does not win', async () => {
  const { hub, agent } = await setUp()
  hub.publish({ type: 'playbook.published', playbook: playbookOf('refund', 3) })
  hub.publish({ type: 'playbook.published', playbook: playbookOf('refund', 2) })
  hub.publish({ type: 'snippet.published', snippet: snippetOf('hello') })
  hub.publish({ type: 'site.published', site: siteOf('demo-desk') })
  hub.publish({ type: 'synonyms.published', synonyms: { version: 1, hash: 'a'.repeat(64), lists: [['chargeback', 'dispute']], publishedAt: 1 } })
  await pull(agent.worker())
  expect((await agent.database.use((db) => getPlaybook(db, 'refund')))?.version).toBe(3)
  expect([(await agent.database.use(listSnippets)).length, (await agent.database.use(listSites)).length]).toEqual([1, 1])
  expect((await agent.database.use(getSynonyms))?.lists).toEqual([['chargeback', 'dispute']])
  expect(moved(agent)).toEqual(['library', 'sites'])
})

test('a member who becomes a lead gets the inbox, and loses it again as an agent', async () => {
  const { hub, agent, escalate } = await setUp()
  await escalate(1)
  hub.tokens.set('token-mira', { ...mira, role: 'lead' })
  hub.publish({ type: 'member.changed', member: { ...mira, role: 'lead' } })
  await pull(agent.worker())
  expect(await agent.database.use(listInbox)).toHaveLength(1)
  hub.tokens.set('token-mira', mira)
  hub.publish({ type: 'member.changed', member: mira })
  await pull(agent.worker())
  expect(await agent.database.use(listInbox)).toEqual([])
  expect((await agent.database.use(getSession))?.member.role).toBe('agent')
})

test('a page after a hole is not applied', async () => {
  const { agent } = await setUp()
  const late = { from: 5, upto: 6, events: [{ seq: 6, at: start, type: 'snippet.published' as const, snippet: snippetOf('hello') }] }
  expect(await agent.database.use((db) => applyPage(db, late, 'token-mira'))).toEqual({ kind: 'hole', cursor: 0 })
  expect(await agent.database.use(listSnippets)).toEqual([])
})

test('a page that was asked for by another session is not applied', async () => {
  const { agent } = await setUp()
  const page = { from: 0, upto: 1, events: [] }
  expect(await agent.database.use((db) => applyPage(db, page, 'token-lena'))).toEqual({ kind: 'stale' })
})

test('a log that no longer reaches back is replaced by a snapshot that touches nothing unsent', async () => {
  const { hub, agent, lead, escalate } = await setUp()
  await escalate(1)
  await agent.database.use((db) => commitEscalation(db, { content: contentOf(2), sendAfter: start + 9000, now: start }))
  await agent.database.use((db) => saveDraft(db, null, { key: 'escalate:x', text: 'half', savedAt: start }))
  await agent.database.use((db) => startOrResume(db, runOf(1), playbookOf('counterfeit', 1)))
  const outbox = await agent.database.use(listOutbox)
  for (let n = 0; n < 5; n++) hub.publish({ type: 'snippet.published', snippet: snippetOf(`s-${n}`) })
  hub.floor = 5
  expect(await pull(agent.worker())).toBe('caught-up')
  expect(await pull(lead.worker())).toBe('caught-up')
  expect(await agent.database.use(listOutbox)).toEqual(outbox)
  expect((await agent.database.use((db) => listEscalations(db, mira.id))).map((own) => own.local)).toEqual(['held', 'sent'])
  expect((await agent.database.use((db) => getDraft(db, null, 'escalate:x')))?.text).toBe('half')
  expect(await agent.database.use((db) => getRun(db, runOf(1).id))).not.toBeNull()
  expect((await agent.database.use(listPlaybooks)).map((playbook) => playbook.id)).toEqual(['refund'])
  expect(arrivals(lead)).toEqual([['escalation', 1]])
})

test('a new device is not told of what is old', async () => {
  const { hub, escalate } = await setUp()
  await escalate(1)
  const lead = createDevice(hub.fetch)
  await lead.database.use((db) => saveSession(db, sessionOf(lena)))
  await pull(lead.worker())
  expect([arrivals(lead), (await lead.database.use(listInbox)).length, (await lead.database.use(listMembers)).length]).toEqual([[], 1, 3])
})

test('a refused token ends the pull and the session', async () => {
  const { hub, agent } = await setUp()
  hub.tokens.clear()
  expect(await pull(agent.worker())).toBe('signed-out')
  expect((await agent.database.use(getSession))?.state).toBe('revoked')
})

test('whichever request of applying a page fails, events and cursor move together', async () => {
  for (let n = 1; ; n++) {
    const { hub, lead } = await setUp()
    hub.publish({ type: 'snippet.published', snippet: snippetOf('one') })
    hub.publish({ type: 'snippet.published', snippet: snippetOf('two') })
    const page = hub.page(lena, 0)
    const isReached = await failRequest(n, () => lead.database.use((db) => applyPage(db, page, 'token-lena')))
    const place = [await lead.database.use((db) => db.get('meta', 'cursor')), (await lead.database.use(listSnippets)).length]
    expect(place).toEqual(isReached ? [0, 0] : [2, 2])
    if (!isReached) return
  }
})

test(
  'pages that overlap, repeat or come out of order end at the same place as one page',
  async () => {
    const pageOf = fc.record({ after: fc.nat(12), limit: fc.integer({ min: 1, max: 6 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(pageOf, { maxLength: 15 }), async (asked) => {
        const hub = new MemoryHub([mira, lena])
        const device = await deviceOf(hub, lena)
        for (let n = 1; n <= 12; n++) hub.publish({ type: 'snippet.published', snippet: snippetOf(`s-${n % 4}`, n) }, () => n % 3 !== 0)
        const apply = (after: number, limit: number) => device.database.use((db) => applyPage(db, hub.page(lena, after, limit), 'token-lena'))
        for (const { after, limit } of asked) await apply(after, limit)
        for (let cursor = 0; cursor < 12; cursor++) await apply(cursor, 1)
        const whole = await deviceOf(new MemoryHub([mira, lena]), lena)
        await whole.database.use((db) => applyPage(db, hub.page(lena, 0), 'token-lena'))
        expect(await device.database.use(listSnippets)).toEqual(await whole.database.use(listSnippets))
        whole.database.close()
        device.database.close()
      }),
      { numRuns: runs },
    )
  },
  patienceMs,
)
