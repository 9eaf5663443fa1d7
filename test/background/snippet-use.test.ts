import { describe, expect, test } from 'vitest'
import { listOutbox } from '../../lib/db/outbox.ts'
import { saveSession } from '../../lib/db/session.ts'
import { mira, sessionOf } from '../db/sample.ts'
import { openScene, type Scene } from './scene.ts'

const panel = 'the side panel'

async function joined() {
  const scene = openScene()
  await scene.worker.database.use((db) => saveSession(db, sessionOf(mira)))
  const { context } = await scene.get(panel, 'case.get', { tabId: 7 })
  return { scene, caseKey: context.key }
}
async function told(scene: Scene) {
  await scene.worker.loop.bundle({ eager: true })
  return (await scene.worker.database.use(listOutbox)).flatMap(({ body }) => (body as { counts: { kind: string; subject: string; count: number }[] }).counts)
}

describe('what is told of snippets and searches', () => {
  test('from a site that is on: uses of the team’s snippets and searches in vain, and nothing of own ones', async () => {
    const { scene, caseKey } = await joined()
    await scene.enableDesk()
    for (const how of ['inserted', 'inserted', 'copied'] as const) await scene.get(panel, 'snippet.used', { id: 'ask-for-proof', how, isOwn: false, caseKey })
    await scene.get(panel, 'snippet.used', { id: '0198c5b0-0000-7000-8000-000000000001', how: 'inserted', isOwn: true, caseKey })
    await scene.get(panel, 'search.missed', { text: 'Customs form', caseKey })
    await scene.get(panel, 'search.missed', { text: 'dana@mail.example', caseKey })
    expect((await told(scene)).map(({ kind, subject, count }) => [kind, subject, count])).toEqual([
      ['copied', 'ask-for-proof', 1],
      ['inserted', 'ask-for-proof', 2],
      ['nothing-found', 'customs form', 1],
    ])
    expect((await scene.get(panel, 'habits.get', {})).used).toEqual({ 'snippet:ask-for-proof': 3, 'snippet:0198c5b0-0000-7000-8000-000000000001': 1 })
  })
  test('from a site that was never switched on: nothing', async () => {
    const { scene, caseKey } = await joined()
    await scene.get(panel, 'snippet.used', { id: 'ask-for-proof', how: 'inserted', isOwn: false, caseKey })
    await scene.get(panel, 'search.missed', { text: 'Customs form', caseKey })
    expect(await told(scene)).toEqual([])
  })
})

describe('own snippets', () => {
  test('are masked, repeated without a second one, and taken back after they were deleted', async () => {
    const { scene } = await joined()
    const draft = { title: 'Card', body: 'Card 4111 1111 1111 1111 here', commandId: '0198c5b0-0000-7000-8000-000000000002' }
    const saved = await scene.get(panel, 'own-snippet.save', draft)
    await scene.get(panel, 'own-snippet.save', draft)
    expect([saved.body, await scene.get(panel, 'own-snippet.list', {})]).toMatchObject(['Card [card ending 1111] here', [{ id: saved.id }]])
    await scene.get(panel, 'own-snippet.remove', { id: saved.id })
    expect(await scene.get(panel, 'own-snippet.list', {})).toEqual([])
    const { id, title, body } = saved
    await scene.get(panel, 'own-snippet.save', { id, title, body })
    expect(await scene.get(panel, 'own-snippet.list', {})).toMatchObject([{ id, title: 'Card' }])
  })
})
