import { describe, expect, test, vi } from 'vitest'
import type { Tab } from '../../lib/browser.ts'
import { putPlaybook } from '../../lib/db/library.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { saveSession } from '../../lib/db/session.ts'
import { mira, playbookOf, sessionOf } from '../db/sample.ts'
import { openScene, type Scene, ticket } from './scene.ts'

const unread: Tab = { ...ticket, url: undefined, title: undefined }
const other: Tab = { ...unread, id: 8, active: false }
const create = { tabId: 7, note: '', severity: 'S2', queue: 'leads', runId: null } as const

const viewOf = (scene: Scene, tabId: number) => scene.get('the side panel', 'case.get', { tabId })
const keyOf = async (scene: Scene, tabId: number) => (await viewOf(scene, tabId)).context.key

/** Two tabs of which the browser tells nothing. */
async function openUnread() {
  const scene = openScene()
  scene.browser.tabsHere.set(7, unread)
  scene.browser.tabsHere.set(8, other)
  await scene.worker.database.use((db) => putPlaybook(db, playbookOf('chargeback', 1)))
  return scene
}

async function startedOn(scene: Scene, tabId: number) {
  const { run } = await scene.get('the side panel', 'run.start', { caseKey: await keyOf(scene, tabId), playbookId: 'chargeback' })
  return run
}

describe('a page that cannot be read', () => {
  test('keeps the playbook that was opened on it, through a restart of the worker, and lends it to no other page', async () => {
    const scene = await openUnread()
    const run = await startedOn(scene, 7)
    expect((await viewOf(scene, 7)).runs).toMatchObject([{ run: { id: run.id } }])
    scene.restart()
    expect((await viewOf(scene, 7)).runs).toMatchObject([{ run: { id: run.id } }])
    expect((await viewOf(scene, 8)).runs).toEqual([])
  })

  test('has a draft of its own', async () => {
    const scene = await openUnread()
    expect(await keyOf(scene, 7)).not.toBe(await keyOf(scene, 8))
    await scene.get('the side panel', 'draft.set', { key: `escalate:${await keyOf(scene, 7)}`, text: 'About seven' })
    expect((await scene.get('the side panel', 'draft.get', { key: `escalate:${await keyOf(scene, 8)}` })).text).toBe('')
  })

  test('shows what was escalated on it', async () => {
    const scene = await openUnread()
    const own = await scene.get('the side panel', 'escalation.create', { ...create, caseKey: await keyOf(scene, 7) })
    expect((await viewOf(scene, 7)).escalations).toMatchObject([{ id: own.id }])
    expect((await viewOf(scene, 8)).escalations).toEqual([])
  })

  test.each([
    ['its tab shows another document', (scene: Scene) => scene.browser.fire.tabUpdated(unread, { status: 'loading' })],
    ['its tab is closed', (scene: Scene) => scene.browser.fire.tabRemoved(7)],
    ['the browser is closed', (scene: Scene) => scene.browser.areas.session.items.clear()],
  ])('is gone when %s, and what was escalated there stays listed', async (_, end) => {
    const scene = await openUnread()
    const before = await keyOf(scene, 7)
    await startedOn(scene, 7)
    const own = await scene.get('the side panel', 'escalation.create', { ...create, caseKey: before })
    end(scene)
    await vi.waitFor(async () => expect(await keyOf(scene, 7)).not.toBe(before))
    expect(await viewOf(scene, 7)).toMatchObject({ runs: [], escalations: [] })
    expect(await scene.get('the side panel', 'escalation.list', {})).toMatchObject([{ id: own.id }])
  })

  test('stays the same while its document goes on', async () => {
    const scene = await openUnread()
    const before = await keyOf(scene, 7)
    scene.browser.fire.tabUpdated(unread, { status: 'complete' })
    expect(await keyOf(scene, 7)).toBe(before)
  })

  test('that was on screen is the one that is escalated, though the tab has moved on', async () => {
    const scene = await openUnread()
    const caseKey = await keyOf(scene, 7)
    scene.browser.fire.tabUpdated(unread, { status: 'loading' })
    scene.browser.tabsHere.set(7, ticket)
    const own = await scene.get('the side panel', 'escalation.create', { ...create, caseKey })
    expect(own.content.case).toMatchObject({ key: caseKey, access: 'none', url: '' })
  })

  test('asked about by two panels at once has one key', async () => {
    const scene = await openUnread()
    const [one, two] = await Promise.all([keyOf(scene, 7), keyOf(scene, 7)])
    expect(one).toBe(two)
  })

  test('takes along what was typed and begun on it when a click lets it be read', async () => {
    const scene = await openUnread()
    const run = await startedOn(scene, 7)
    const text = JSON.stringify({ note: 'Third report this week' })
    await scene.get('the side panel', 'draft.set', { key: `escalate:${await keyOf(scene, 7)}`, text })
    scene.browser.tabsHere.set(7, ticket)
    scene.browser.fire.clicked(ticket)
    const view = await viewOf(scene, 7)
    expect(view).toMatchObject({ context: { access: 'tab', url: ticket.url }, runs: [{ run: { id: run.id } }] })
    expect(JSON.parse((await scene.get('the side panel', 'draft.get', { key: `escalate:${view.context.key}` })).text)).toEqual(JSON.parse(text))
  })

  test('sends what was typed and begun on it by the key that lets it be read', async () => {
    const scene = await openUnread()
    await scene.worker.database.use((db) => saveSession(db, sessionOf(mira)))
    const run = await startedOn(scene, 7)
    const text = JSON.stringify({ note: 'Third report this week', severity: 'S1' })
    await scene.get('the side panel', 'draft.set', { key: `escalate:${await keyOf(scene, 7)}`, text })
    scene.browser.tabsHere.set(7, ticket)
    scene.browser.fire.command('escalate', ticket)
    await vi.waitFor(async () =>
      expect(await scene.worker.database.use(listOutbox)).toMatchObject([
        { body: { note: 'Third report this week', severity: 'S1', run: { runId: run.id }, case: { url: ticket.url } } },
      ]),
    )
  })

  test('gives a page that comes after it in its tab nothing', async () => {
    const scene = await openUnread()
    await startedOn(scene, 7)
    await scene.get('the side panel', 'draft.set', { key: `escalate:${await keyOf(scene, 7)}`, text: 'About seven' })
    scene.browser.fire.tabUpdated(unread, { status: 'loading' })
    scene.browser.tabsHere.set(7, ticket)
    const view = await viewOf(scene, 7)
    expect(view.runs).toEqual([])
    expect((await scene.get('the side panel', 'draft.get', { key: `escalate:${view.context.key}` })).text).toBe('')
  })

  test('is escalated by key with its own run, and not with another page’s', async () => {
    const scene = await openUnread()
    await scene.worker.database.use((db) => saveSession(db, sessionOf(mira)))
    const run = await startedOn(scene, 7)
    scene.browser.fire.command('escalate', other)
    await vi.waitFor(async () => expect(await scene.worker.database.use(listOutbox)).toMatchObject([{ body: { run: null } }]))
    scene.browser.fire.command('escalate', unread)
    await vi.waitFor(async () => expect((await scene.worker.database.use(listOutbox)).at(1)).toMatchObject({ body: { run: { runId: run.id } } }))
  })
})
