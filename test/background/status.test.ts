import { expect, test, vi } from 'vitest'
import { listOutbox } from '../../lib/db/outbox.ts'
import { saveSession } from '../../lib/db/session.ts'
import { write } from '../../lib/db/transact.ts'
import { jonas, mira, sessionOf } from '../db/sample.ts'
import { openScene, reportOf, type Scene } from './scene.ts'

const signIn = (scene: Scene, member: typeof mira) => scene.worker.database.use((db) => saveSession(db, sessionOf(member)))

async function escalated(scene: Scene): Promise<void> {
  const { context } = await scene.get('the side panel', 'case.get', { tabId: 7 })
  await scene.get('the side panel', 'escalation.create', { tabId: 7, caseKey: context.key, note: '', severity: 'S2', queue: 'leads', runId: null })
}

/** What the hub would have said to everything that waits. */
const refuseAll = (scene: Scene) =>
  scene.worker.database.use(async (db) => {
    const rows = await listOutbox(db)
    await write(db, ['outbox'], async (tx) => {
      for (const row of rows) await tx.objectStore('outbox').put({ ...row, state: 'refused', problem: 'No such queue.' })
    })
  })

test('the toolbar button asks for a person after a refusal, and stops asking at a retry or when it is put away', async () => {
  const scene = openScene()
  const badge = (text: string) => vi.waitFor(() => expect(scene.browser.badges.get(null)).toBe(text))
  await badge('')
  await signIn(scene, mira)
  await escalated(scene)
  scene.clock.now += 5000
  scene.fetch.answer = async () => Response.json({ error: { code: 'invalid', message: 'No such queue.' } }, { status: 422 })
  await scene.worker.loop.send()
  await badge('!')
  scene.fetch.answer = async () => {
    throw new TypeError('Failed to fetch')
  }
  expect(await scene.get('the side panel', 'outbox.retry', {})).toMatchObject({ refused: 0, queued: 1 })
  await badge('')
  await refuseAll(scene)
  scene.restart()
  await badge('!')
  await scene.get('the side panel', 'outbox.dismiss', { what: 'refused' })
  await badge('')
})

test('a tab without a number of its own shows what every tab shows', async () => {
  const scene = openScene()
  await scene.enableDesk()
  await scene.get('the page script on an enabled site', 'page.report', reportOf())
  expect(scene.browser.badges.get(7)).toBeNull()
})

test("another member's items are told apart and named, and do not stand in the way of signing out", async () => {
  const scene = openScene()
  await signIn(scene, mira)
  await escalated(scene)
  await scene.worker.database.use((db) => db.put('members', mira))
  await signIn(scene, jonas)
  expect(await scene.get('the side panel', 'status.get', {})).toMatchObject({ queued: 0, refused: 0, others: [{ name: mira.name, count: 1 }] })
  expect(await scene.ask('the side panel', 'session.leave', { force: false })).toMatchObject({ ok: true })
})

test('what the hub refused to another member cannot be put away by the one who is signed in', async () => {
  const scene = openScene()
  await signIn(scene, mira)
  await escalated(scene)
  await refuseAll(scene)
  await signIn(scene, jonas)
  expect(await scene.get('the side panel', 'outbox.dismiss', { what: 'refused' })).toMatchObject({ refused: 0, others: [{ name: null, count: 1 }] })
  await signIn(scene, mira)
  expect(await scene.get('the side panel', 'status.get', {})).toMatchObject({ refused: 1, others: [] })
})
