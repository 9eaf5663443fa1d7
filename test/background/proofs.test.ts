import { describe, expect, test } from 'vitest'
import { getImage } from '../../lib/db/images.ts'
import { putPlaybook } from '../../lib/db/library.ts'
import { getRun } from '../../lib/db/runs.ts'
import { saveSession } from '../../lib/db/session.ts'
import type { Run } from '../../lib/schema/run.ts'
import { lena, mira, sessionOf } from '../db/sample.ts'
import { versionOf } from '../playbook/version-of.ts'
import { join, outboxOf } from './escalating.ts'
import { openScene, pageSaying, reportOf, type Scene, ticket } from './scene.ts'

const panel = 'the side panel'
const book = versionOf('- [ ] Look {evidence: screenshot}\n- [ ] Ask {evidence: selection}\n- [=] Keep\n- [=] Remove')
const looking = { href: ticket.url, bornAt: 1, width: 1200, rail: null }

async function working() {
  const scene = openScene()
  await join(scene)
  await scene.worker.database.use((db) => putPlaybook(db, book))
  const { context } = await scene.get(panel, 'case.get', { tabId: 7 })
  const { run } = await scene.get(panel, 'run.start', { caseKey: context.key, playbookId: 'counterfeit' })
  const take = (what: 'link' | 'selection' | 'screenshot', stepId = 'look') => scene.ask(panel, 'proof.take', { runId: run.id, stepId, tabId: 7, what })
  const set = (stepId: string, more = {}) => scene.ask(panel, 'run.set', { runId: run.id, change: { stepId, state: 'done', ...more } })
  const stored = async () => (await scene.worker.database.use((db) => getRun(db, run.id))) as Run
  return { scene, runId: run.id, caseKey: context.key, take, set, stored }
}
/** The browser gave the tab to the extension: a click on the toolbar button or a key. */
function grant(scene: Scene, look: () => unknown = () => looking, shot = 'data:image/png;base64,AAAA') {
  scene.browser.readPage = look
  scene.browser.capture = () => shot
}
const imageOf = async (scene: Scene, run: Run) => {
  const [proof] = run.steps[0]!.proofs!
  return proof?.kind === 'screenshot' ? scene.worker.database.use((db) => getImage(db, proof.image.hash)) : null
}

describe('typed evidence', () => {
  test('is kept with who and when, once however often it is asked, and survives the worker', async () => {
    const { scene, runId, stored } = await working()
    const commandId = '0198a3c2-0000-7000-8000-0000000000aa'
    const asked = { runId, stepId: 'look', proof: { kind: 'note' as const, text: 'pin: 8812, and a label is missing' }, commandId }
    await scene.get(panel, 'proof.add', asked)
    scene.restart()
    await scene.get(panel, 'proof.add', asked)
    expect((await stored()).steps).toMatchObject([
      {
        state: 'open',
        proofs: [{ id: commandId, kind: 'note', text: 'pin: [removed], and a label is missing', by: { name: mira.name }, at: scene.clock.now }],
      },
    ])
  })
  test('is removed, and comes back by undo', async () => {
    const { scene, runId, stored } = await working()
    await scene.get(panel, 'proof.add', { runId, stepId: 'look', proof: { kind: 'link', url: 'desk.example.com/9' } })
    const before = await stored()
    await scene.get(panel, 'proof.remove', { runId, stepId: 'look', proofId: before.steps[0]!.proofs![0]!.id })
    const after = await stored()
    expect(after.steps).toEqual([])
    await scene.get(panel, 'run.undo', { runId, stepId: 'look', at: after.undo!.at(-1)!.at })
    expect((await stored()).steps).toEqual(before.steps)
  })
})

describe('the selection', () => {
  test('is taken from the page of the case, with address and title from the browser', async () => {
    const { scene, take, set, stored } = await working()
    await scene.enableDesk()
    scene.browser.pageScript = pageSaying(reportOf({ selection: 'paid twice' }))
    scene.browser.readPage = () => 'Hello. He says he paid twice for it. Bye.'
    expect(await set('ask')).toMatchObject({ ok: false, error: { message: expect.stringContaining('words selected on the page') } })
    expect(await take('selection', 'ask')).toMatchObject({ ok: true, value: { isWaiting: false } })
    expect((await stored()).steps[0]?.proofs).toMatchObject([
      { kind: 'selection', text: 'paid twice', around: 'He says he paid twice for it.', url: ticket.url, title: ticket.title },
    ])
    expect(await set('ask')).toMatchObject({ ok: true })
  })
  test('that is not there is said plainly, with how', async () => {
    const { scene, take } = await working()
    await scene.enableDesk()
    scene.browser.pageScript = pageSaying(reportOf())
    expect(await take('selection', 'ask')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Nothing is selected on the page. Mark the words') },
    })
  })
  test.each(['selection', 'link', 'screenshot'] as const)('of another case no %s is taken', async (what) => {
    const { scene, take, stored } = await working()
    grant(scene)
    scene.browser.tabsHere.set(7, { ...ticket, url: 'https://desk.example.com/ticket/9' })
    expect(await take(what)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect((await stored()).steps).toEqual([])
  })
})

describe('a picture', () => {
  test('is kept in one step with the record that names it, and shown to the panel', async () => {
    const { scene, take, set, stored } = await working()
    grant(scene)
    expect(await take('screenshot')).toMatchObject({ ok: true, value: { isWaiting: false } })
    const run = await stored()
    const image = await imageOf(scene, run)
    expect(image).toMatchObject({ memberId: mira.id, type: 'image/webp' })
    expect(await scene.get(panel, 'image.get', { hash: image!.hash, of: null })).toEqual({ type: 'image/webp', base64: image!.base64 })
    expect(await set('look')).toMatchObject({ ok: true })
  })
  test('without the grant waits for a click or a key of the browser, across the death of the worker', async () => {
    const { scene, take, stored } = await working()
    expect(await take('screenshot')).toMatchObject({ ok: true, value: { isWaiting: true } })
    scene.restart()
    expect((await scene.get(panel, 'case.get', { tabId: 7 })).picture).toMatchObject({ stepId: 'look', fault: null })
    grant(scene)
    scene.browser.fire.command('screenshot', ticket)
    await expect.poll(async () => (await stored()).steps[0]?.proofs).toMatchObject([{ kind: 'screenshot', url: ticket.url }])
    await expect.poll(async () => (await scene.get(panel, 'case.get', { tabId: 7 })).picture).toBeNull()
  })
  test('that a member waits for is not taken by the next one at this device', async () => {
    const { scene, take, stored } = await working()
    await take('screenshot')
    await scene.worker.pictures.done()
    grant(scene)
    scene.browser.fire.command('screenshot', ticket)
    await expect.poll(() => scene.browser.notices.size).toBe(1)
    expect((await stored()).steps).toEqual([])
  })
  test('of a page behind another tab, such as the panel itself, waits until the page is in front', async () => {
    const { scene, take } = await working()
    grant(scene)
    scene.browser.tabsHere.set(7, { ...ticket, active: false })
    expect(await take('screenshot')).toMatchObject({ ok: true, value: { isWaiting: true } })
  })
  test('is taken by the toolbar button, which opens no panel then', async () => {
    const { scene, take, stored } = await working()
    await take('screenshot')
    grant(scene)
    scene.browser.fire.clicked(ticket)
    await expect.poll(async () => (await stored()).steps.length).toBe(1)
    expect(scene.browser.panels).toEqual([])
    await expect.poll(() => scene.worker.pictures.isHinted(7)).toBe(false)
    scene.browser.fire.clicked(ticket)
    await expect.poll(() => scene.browser.panels).toEqual([7])
  })
  test.each([
    ['the address', { ...looking, href: 'https://desk.example.com/ticket/9' }],
    ['the document', { ...looking, bornAt: 2 }],
  ])('is thrown away when %s changed while it was taken', async (_, later) => {
    const { scene, take, stored } = await working()
    const looks = [looking, later]
    grant(scene, () => looks.shift() ?? later)
    expect(await take('screenshot')).toMatchObject({ ok: false, error: { message: expect.stringContaining('was thrown away') } })
    expect((await stored()).steps).toEqual([])
  })
  test('is thrown away when another tab came in front', async () => {
    const { scene, take, stored } = await working()
    grant(scene)
    scene.browser.capture = () => {
      scene.browser.tabsHere.set(7, { ...ticket, active: false })
      return 'data:image/png;base64,AAAA'
    }
    expect(await take('screenshot')).toMatchObject({ ok: false, error: { message: expect.stringContaining('was thrown away') } })
    expect((await stored()).steps).toEqual([])
  })
  test('of another tab than the one that waits is not taken, and the panel says so', async () => {
    const { scene, take, stored } = await working()
    await take('screenshot')
    grant(scene)
    scene.browser.fire.command('screenshot', { ...ticket, id: 8 })
    await expect.poll(async () => (await scene.get(panel, 'case.get', { tabId: 7 })).picture?.fault).toContain('another page')
    expect((await stored()).steps).toEqual([])
  })
  test('that nobody waits for is said by a notification', async () => {
    const { scene } = await working()
    scene.browser.fire.command('screenshot', ticket)
    await expect.poll(() => [...scene.browser.notices.values()][0]?.message).toContain('No step waits for a picture')
  })
  test('of another member of this device is not shown', async () => {
    const { scene, take, stored } = await working()
    grant(scene)
    await take('screenshot')
    const image = await imageOf(scene, await stored())
    await scene.worker.database.use((db) => saveSession(db, sessionOf(lena)))
    expect(await scene.ask(panel, 'image.get', { hash: image!.hash, of: null })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })
  test('that nothing names any more goes at the next start, and what a way back names stays', async () => {
    const { scene, runId, take, stored } = await working()
    grant(scene)
    await take('screenshot')
    const run = await stored()
    const { hash } = (await imageOf(scene, run))!
    const there = () => scene.worker.database.use((db) => db.getKey('images', hash))
    await scene.get(panel, 'proof.remove', { runId, stepId: 'look', proofId: run.steps[0]!.proofs![0]!.id })
    scene.restart()
    expect(await scene.worker.database.use((db) => db.count('images'))).toBe(1)
    await scene.worker.database.use((db) => db.put('runs', { ...run, steps: [], undo: [] }))
    scene.restart()
    await expect.poll(there).toBeUndefined()
  })
})

describe('what is handed over', () => {
  test('carries the picture in the transaction of the escalation, and Undo takes both back', async () => {
    const { scene, runId, caseKey, take, stored } = await working()
    grant(scene)
    await take('screenshot')
    const { hash } = (await imageOf(scene, await stored()))!
    const own = await scene.get(panel, 'escalation.create', { tabId: 7, caseKey, note: '', severity: 'S2', queue: 'leads', runId })
    expect(own.content.run?.lines[0]?.proofs).toMatchObject([{ kind: 'screenshot', image: { hash } }])
    expect(await outboxOf(scene)).toMatchObject([
      { route: 'escalate', sendAfter: own.sendAfter },
      { route: 'image', body: { of: own.id, hash }, sendAfter: own.sendAfter },
    ])
    const { json, text } = await scene.get(panel, 'outbox.export', {})
    expect(JSON.parse(json).pictures).toMatchObject([{ hash }])
    expect(text).toContain('1 picture, whole in the JSON file')
    await scene.get(panel, 'escalation.undo', { id: own.id })
    expect(await outboxOf(scene)).toEqual([])
  })
  test('leaves after the escalation, with its bytes, once', async () => {
    const { scene, runId, caseKey, take } = await working()
    grant(scene)
    await take('screenshot')
    const sent: [string, Record<string, unknown>][] = []
    scene.fetch.answer = async (input, init) => {
      const path = new URL(String(input)).pathname
      const body = init?.body ? JSON.parse(String(init.body)) : {}
      if (init?.method === 'POST') sent.push([path, body])
      const by = { id: mira.id, name: mira.name }
      const record = {
        content: body,
        number: 1,
        by,
        status: 'delivered',
        severity: 'S2',
        revision: 1,
        takenBy: null,
        seenBy: null,
        receivedAt: 1,
        seenAt: null,
        ruling: null,
        thread: [],
      }
      return Response.json(path === '/v1/escalations' ? record : {})
    }
    const own = await scene.get(panel, 'escalation.create', { tabId: 7, caseKey, note: '', severity: 'S2', queue: 'leads', runId })
    scene.clock.now = own.sendAfter
    await scene.worker.loop.send()
    expect(sent.map(([path]) => path)).toEqual(['/v1/escalations', '/v1/images'])
    expect(sent[1]![1]).toMatchObject({ of: own.id, type: 'image/webp', width: 800, base64: expect.any(String) })
    await scene.worker.loop.send()
    expect(sent).toHaveLength(2)
  })
})

describe('a run that is closed again before it has left', () => {
  test('sends no picture that it no longer names', async () => {
    const { scene, runId, take, stored } = await working()
    await scene.enableDesk()
    grant(scene)
    await take('screenshot')
    await scene.get(panel, 'run.close', { runId, reason: 'The listing is gone' })
    expect((await outboxOf(scene)).map(({ route }) => route)).toEqual(['run', 'image'])
    await scene.get(panel, 'run.reopen', { runId })
    const proofId = (await stored()).steps[0]!.proofs![0]!.id
    await scene.get(panel, 'proof.remove', { runId, stepId: 'look', proofId })
    await scene.get(panel, 'run.close', { runId, reason: 'The listing is gone' })
    expect((await outboxOf(scene)).map(({ route }) => route)).toEqual(['run', 'run'])
  })
})

describe('the close gate', () => {
  test('cannot be passed without a reason, which goes with the run to the hub', async () => {
    const { scene, runId, stored } = await working()
    await scene.enableDesk()
    expect(await scene.ask(panel, 'run.close', { runId })).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining('Still open: Look and 2 more') },
    })
    expect((await stored()).closedAt).toBeNull()
    await scene.get(panel, 'run.close', { runId, reason: 'The listing is gone' })
    const override = { reason: 'The listing is gone', by: { id: mira.id }, open: [{ stepId: 'look' }, { stepId: 'ask' }, { label: 'Steps' }] }
    expect(await outboxOf(scene)).toMatchObject([{ route: 'run', body: { override } }])
    expect((await scene.get(panel, 'run.reopen', { runId })).run).not.toHaveProperty('override')
  })
  test('asks for the reason when the case is decided, too', async () => {
    const { set, stored } = await working()
    expect(await set('steps', { outcomeId: 'keep' })).toMatchObject({ ok: false, error: { message: expect.stringContaining('Still open: Look and 1 more') } })
    expect(await set('steps', { outcomeId: 'keep', reason: 'Known seller' })).toMatchObject({ ok: true })
    expect((await stored()).steps[0]?.override).toMatchObject({ reason: 'Known seller', open: [{ label: 'Look' }, { label: 'Ask' }] })
  })
})
