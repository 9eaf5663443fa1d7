import { describe, expect, test, vi } from 'vitest'
import { getEscalation } from '../../lib/db/escalations.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { saveSession } from '../../lib/db/session.ts'
import { write } from '../../lib/db/transact.ts'
import { receiveEscalation } from '../../lib/domain/escalation.ts'
import type { EscalationContent } from '../../lib/schema/escalation.ts'
import { failRequest } from '../db/faults.ts'
import { mira, sessionOf } from '../db/sample.ts'
import { openScene, type Scene } from './scene.ts'

async function escalated(scene: Scene) {
  await scene.worker.database.use((db) => saveSession(db, sessionOf(mira)))
  const { context } = await scene.get('the side panel', 'case.get', { tabId: 7 })
  return scene.get('the side panel', 'escalation.create', { tabId: 7, caseKey: context.key, note: '', severity: 'S1', queue: 'leads', runId: null })
}

/** A hub that takes every escalation and knows nothing else. */
function hubThatReceives(received: EscalationContent[]): typeof fetch {
  return async (input, init) => {
    if (!String(input).endsWith('/v1/escalations')) return Response.json({ error: { code: 'unavailable', message: 'Not now.' } }, { status: 503 })
    const content = JSON.parse(String(init?.body)) as EscalationContent
    received.push(content)
    return Response.json(receiveEscalation(content, { id: mira.id, name: mira.name }, received.length, content.createdAt))
  }
}

test('every start closes both storage areas to pages', async () => {
  const { browser } = openScene()
  await vi.waitFor(() => expect([browser.areas.local.accessLevel, browser.areas.session.accessLevel]).toEqual(['TRUSTED_CONTEXTS', 'TRUSTED_CONTEXTS']))
})

describe('the undo seconds', () => {
  test('end by themselves', async () => {
    const scene = openScene()
    const received: EscalationContent[] = []
    scene.fetch.answer = hubThatReceives(received)
    const own = await escalated(scene)
    expect(received).toEqual([])
    scene.clock.now += 5000
    for (const timer of scene.timers.filter(({ at }) => at <= scene.clock.now)) timer.run()
    await vi.waitFor(async () => expect((await scene.worker.database.use((db) => getEscalation(db, own.id)))?.local).toBe('sent'))
    expect(received.map(({ id }) => id)).toEqual([own.id])
  })

  test('end at the next start when the worker died in them', async () => {
    const scene = openScene()
    const received: EscalationContent[] = []
    const own = await escalated(scene)
    scene.timers.length = 0
    scene.clock.now += 5000
    scene.fetch.answer = hubThatReceives(received)
    scene.restart()
    await vi.waitFor(() => expect(received.map(({ id }) => id)).toEqual([own.id]))
  })

  test('end at the next alarm', async () => {
    const scene = openScene()
    const received: EscalationContent[] = []
    const own = await escalated(scene)
    scene.timers.length = 0
    scene.clock.now += 5000
    scene.fetch.answer = hubThatReceives(received)
    scene.browser.fire.alarm('catch-up')
    await vi.waitFor(() => expect(received.map(({ id }) => id)).toEqual([own.id]))
  })
})

test('a database that lost saved items is noticed at the next start, and the status says so', async () => {
  const scene = openScene()
  await escalated(scene)
  await scene.worker.database.use((db) =>
    write(db, ['outbox', 'escalations', 'meta'], async (tx) => {
      await Promise.all([tx.objectStore('outbox').clear(), tx.objectStore('escalations').clear(), tx.objectStore('meta').delete('nextOrder')])
    }),
  )
  scene.restart()
  await vi.waitFor(async () =>
    expect(await scene.get('the side panel', 'status.get', {})).toMatchObject({ lost: [1], problem: expect.stringContaining('lost 1 saved item') }),
  )
  expect(await scene.get('the side panel', 'outbox.dismiss', {})).toMatchObject({ lost: [], problem: null })
  scene.restart()
  expect(await scene.get('the side panel', 'status.get', {})).toMatchObject({ lost: [], problem: null })
})

test('a database that cannot be opened is said on the toolbar button, and the panel says what is safe', async () => {
  const scene = openScene()
  await vi.waitFor(() => expect(scene.browser.badges.get(null)).toBe(''))
  const { open } = indexedDB
  indexedDB.open = () => {
    throw new DOMException('Internal error opening backing store', 'UnknownError')
  }
  try {
    scene.restart()
    await vi.waitFor(() => expect(scene.browser.badges.get(null)).toBe('!'))
    expect(await scene.get('the side panel', 'status.get', {})).toMatchObject({ database: 'failed', problem: expect.stringContaining('Nothing was deleted') })
  } finally {
    indexedDB.open = open
  }
})

test('a full disk is named, and nothing is called saved', async () => {
  const scene = openScene()
  const { context } = await scene.get('the side panel', 'case.get', { tabId: 7 })
  const asked = { tabId: 7, caseKey: context.key, note: '', severity: 'S1', queue: 'leads', runId: null } as const
  let answer: unknown
  for (let n = 1; !JSON.stringify(answer ?? '').includes('disk'); n++) {
    const isReached = await failRequest(n, async () => {
      answer = await scene.ask('the side panel', 'escalation.create', asked)
    })
    if (!isReached) break
  }
  expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable', message: expect.stringContaining('disk is full') } })
  expect(await scene.worker.database.use(listOutbox)).toEqual([])
})

test('signing out with something unsent asks first, and keeps it', async () => {
  const scene = openScene()
  await escalated(scene)
  expect(await scene.ask('the side panel', 'session.leave', { force: false })).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('1 item has not been sent') },
  })
  expect(await scene.get('the side panel', 'session.leave', { force: true })).toMatchObject({ state: 'left' })
  expect(await scene.worker.database.use(listOutbox)).toHaveLength(1)
})

test('unsent items can be taken along as a text and a file', async () => {
  const scene = openScene()
  const own = await escalated(scene)
  const copy = await scene.get('the side panel', 'outbox.export', {})
  expect(copy).toMatchObject({ count: 1, fileName: 'handrail-unsent-2026-11-22.json', text: expect.stringContaining(own.id) })
  expect(JSON.parse(copy.json)).toMatchObject({ escalations: [{ id: own.id }], outbox: [{ id: own.id }], broken: [] })
})

test('the diagnostics name no person, address or text', async () => {
  const scene = openScene()
  await escalated(scene)
  const { text } = await scene.get('the side panel', 'diagnostics.get', {})
  expect(text).not.toMatch(/Mira|Maria|example\.com|token-|Refund/)
  expect(JSON.parse(text)).toMatchObject({ counts: { session: 'active', waiting: [{ route: 'escalate', state: 'waiting' }] } })
})
