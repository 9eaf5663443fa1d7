import { describe, expect, test } from 'vitest'
import { putPlaybook } from '../../lib/db/library.ts'
import { playbookOf } from '../db/sample.ts'
import { card, caseKeyOf, commandId, create, outboxOf } from './escalating.ts'
import { openScene, ticket } from './scene.ts'

describe('from the panel', () => {
  test('an escalation is masked and stands in the outbox before the panel is told', async () => {
    const scene = openScene()
    const own = await scene.get('the side panel', 'escalation.create', { ...create, caseKey: await caseKeyOf(scene) })
    expect(own).toMatchObject({
      local: 'held',
      sendAfter: scene.clock.now + 5000,
      content: { maskedCount: 1, via: 'panel', missing: ['selected text', 'case fields'] },
    })
    const rows = await outboxOf(scene)
    expect(rows).toMatchObject([{ id: own.id, route: 'escalate' }])
    expect(JSON.stringify([own, rows])).not.toContain(card)
    expect(scene.browser.areas.local.items.get('high-water-mark')).toEqual({ nextOrder: 2, pending: [1] })
  })

  test('the same click asked twice is one escalation', async () => {
    const scene = openScene()
    const request = { ...create, caseKey: await caseKeyOf(scene), commandId }
    const first = await scene.get('the side panel', 'escalation.create', request)
    scene.restart()
    expect(await scene.get('the side panel', 'escalation.create', request)).toEqual(first)
    expect(await outboxOf(scene)).toHaveLength(1)
  })

  test('a click that was saved before the worker died is answered with what was saved, whatever the tab shows by then', async () => {
    const scene = openScene()
    const request = { ...create, caseKey: await caseKeyOf(scene), commandId }
    const first = await scene.get('the side panel', 'escalation.create', request)
    scene.browser.areas.session.items.clear()
    scene.browser.tabsHere.delete(7)
    scene.restart()
    expect(await scene.get('the side panel', 'escalation.create', request)).toEqual(first)
  })

  test('carries the run of this case, and never that of another one', async () => {
    const scene = openScene()
    await scene.worker.database.use((db) => putPlaybook(db, playbookOf('chargeback', 1)))
    const caseKey = await caseKeyOf(scene)
    const here = await scene.get('the side panel', 'run.start', { caseKey, playbookId: 'chargeback' })
    const there = await scene.get('the side panel', 'run.start', { caseKey: 'desk:9', playbookId: 'chargeback' })
    const runIn = async (runId: string) => (await scene.get('the side panel', 'escalation.create', { ...create, caseKey, runId })).content.run?.runId ?? null
    expect(await runIn(here.run.id)).toBe(here.run.id)
    expect(await runIn(there.run.id)).toBeNull()
  })

  test('the case that was on screen is escalated even when the tab has moved on and the worker has died', async () => {
    const scene = openScene()
    const caseKey = await caseKeyOf(scene)
    scene.browser.tabsHere.set(7, { ...ticket, url: 'https://desk.example.com/ticket/9', title: 'Another' })
    scene.restart()
    const own = await scene.get('the side panel', 'escalation.create', { ...create, caseKey })
    expect(own.content.case.url).toBe(ticket.url)
  })

  test('a case that was never on screen is refused and nothing is stored', async () => {
    const scene = openScene()
    expect(await scene.ask('the side panel', 'escalation.create', { ...create, caseKey: 'elsewhere:1' })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    })
    expect(await outboxOf(scene)).toEqual([])
  })

  test('what is added, answered and said on withdrawal is masked before it is stored', async () => {
    const scene = openScene()
    const { id } = await scene.get('the side panel', 'escalation.create', { ...create, caseKey: await caseKeyOf(scene) })
    await scene.get('the side panel', 'escalation.amend', { id, note: `also ${card}`, severity: null })
    await scene.get('the side panel', 'escalation.answer', { id, text: `yes, ${card}` })
    await scene.get('the side panel', 'escalation.withdraw', { id, reason: `not ${card}` })
    const bodies = (await outboxOf(scene)).slice(1).map(({ body }) => body)
    expect(bodies).toEqual([{ note: 'also [card ending 1111]', severity: null }, { text: 'yes, [card ending 1111]' }, { reason: 'not [card ending 1111]' }])
  })

  test('an address in the note is masked and told by its kind, and kept once the team says so', async () => {
    const scene = openScene()
    const caseKey = await caseKeyOf(scene)
    const note = 'Pays at jane@shop.example'
    const own = await scene.get('the side panel', 'escalation.create', { ...create, note, caseKey })
    expect(own).toMatchObject({ content: { note: 'Pays at [e-mail at shop.example]', maskedCount: 1, masked: { email: 1 } } })
    const rules = { email: true, phone: true, mask: [], keep: ['@shop.example'] }
    await scene.worker.database.use((db) => db.put('meta', { version: 1, hash: 'a'.repeat(64), rules, publishedAt: 1 }, 'redaction'))
    await scene.get('the side panel', 'escalation.amend', { id: own.id, note, severity: null })
    expect((await outboxOf(scene)).at(-1)?.body).toEqual({ note, severity: null })
  })

  test('a withdrawal gives its whole reason, as long as the box lets it be', async () => {
    const scene = openScene()
    const { id } = await scene.get('the side panel', 'escalation.create', { ...create, caseKey: await caseKeyOf(scene) })
    const reason = 'It was another seller. '.repeat(200).trim()
    await scene.get('the side panel', 'escalation.withdraw', { id, reason })
    expect((await outboxOf(scene)).at(-1)?.body).toEqual({ reason })
  })

  test('undo within the seconds takes it back and returns what was typed, also when asked twice', async () => {
    const scene = openScene()
    const own = await scene.get('the side panel', 'escalation.create', { ...create, caseKey: await caseKeyOf(scene) })
    const undone = { undone: true, content: { note: 'She paid with [card ending 1111]', severity: 'S2', queue: 'leads' }, id: own.id }
    expect(await scene.get('the side panel', 'escalation.undo', { id: own.id })).toEqual(undone)
    expect(await scene.get('the side panel', 'escalation.undo', { id: own.id })).toEqual(undone)
    expect(await outboxOf(scene)).toEqual([])
    expect(scene.browser.areas.local.items.get('high-water-mark')).toEqual({ nextOrder: 2, pending: [] })
  })
})
