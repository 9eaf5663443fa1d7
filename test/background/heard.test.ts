import { describe, expect, test } from 'vitest'
import { storeNote } from '../../lib/db/coaching.ts'
import { putPlaybook } from '../../lib/db/library.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { listReceipts } from '../../lib/db/receipts.ts'
import { saveSession } from '../../lib/db/session.ts'
import { write } from '../../lib/db/transact.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { id, jonas, mira, noteOf, playbookOf, sessionOf, start } from '../db/sample.ts'
import { openScene, type Scene } from './scene.ts'

const panel = 'the side panel'
const asking = (version: number, change: Partial<PlaybookVersion> = {}): PlaybookVersion => ({
  ...playbookOf('counterfeit', version),
  confirmFrom: version,
  ...change,
})

async function joined(playbook = asking(1)) {
  const scene = openScene()
  await scene.worker.database.use((db) => saveSession(db, sessionOf(mira)))
  await scene.worker.database.use((db) => putPlaybook(db, playbook))
  return scene
}
const outboxOf = (scene: Scene) => scene.worker.database.use(listOutbox)
async function meet(scene: Scene, caseKey?: string) {
  const key = caseKey ?? (await scene.get(panel, 'case.get', { tabId: 7 })).context.key
  return scene.get(panel, 'run.start', { caseKey: key, playbookId: 'counterfeit' })
}
const confirm = (scene: Scene, version: number) => scene.get(panel, 'receipt.record', { playbookId: 'counterfeit', version, kind: 'acknowledged' })

describe('a version that everybody has to confirm', () => {
  test('is asked for on the case where it is met, until it is confirmed: once, with its outbox row', async () => {
    const scene = await joined()
    await scene.enableDesk()
    const { run, confirm: asked } = await meet(scene)
    expect(asked).toEqual({ since: null })
    await confirm(scene, 1)
    await confirm(scene, 1)
    const [row, ...others] = await outboxOf(scene)
    expect([row?.route, row?.body, others]).toEqual(['receipt', { playbookId: 'counterfeit', version: 1, kind: 'acknowledged', onCase: true }, []])
    expect(await scene.worker.database.use((db) => listReceipts(db, mira.id))).toMatchObject([{ version: 1, kind: 'acknowledged', memberId: mira.id }])
    expect((await meet(scene, run.caseKey)).confirm).toBeNull()
  })

  test('is shown against the version that the agent met before', async () => {
    const scene = await joined()
    await scene.enableDesk()
    await meet(scene, 'https://desk.example.com/old')
    await scene.get(panel, 'receipt.record', { playbookId: 'counterfeit', version: 1, kind: 'seen' })
    await confirm(scene, 1)
    await scene.worker.database.use((db) => putPlaybook(db, asking(3)))
    expect((await meet(scene)).confirm).toEqual({ since: 1 })
  })

  test('says of a site that is not switched on only that it was confirmed', async () => {
    const scene = await joined()
    await meet(scene)
    await confirm(scene, 1)
    expect((await outboxOf(scene)).map(({ body }) => body)).toEqual([{ playbookId: 'counterfeit', version: 1, kind: 'acknowledged', onCase: false }])
  })

  test('is nothing to the member who joins after on the same device', async () => {
    const scene = await joined()
    await scene.enableDesk()
    const { run } = await meet(scene)
    await confirm(scene, 1)
    await scene.worker.database.use((db) => saveSession(db, sessionOf(jonas)))
    expect((await meet(scene, run.caseKey)).confirm).toEqual({ since: null })
    expect((await outboxOf(scene)).map(({ memberId }) => memberId)).toEqual([mira.id])
  })
})

describe('a flag', () => {
  const flag = (scene: Scene, runId: string, word = '') => scene.get(panel, 'flag.make', { runId, stepId: 'look', kind: 'unclear', word })

  test('is saved with its step and its case, masked, and can be undone before it leaves', async () => {
    const scene = await joined()
    await scene.enableDesk()
    const { run } = await meet(scene)
    const { flags } = await flag(scene, run.id, 'Card 4242 4242 4242 4242')
    expect(flags).toMatchObject([
      { local: 'held', record: null, content: { stepId: 'look', label: 'Look', case: { key: run.caseKey }, playbook: { version: 1 } } },
    ])
    expect(flags[0]?.content.word).not.toContain('4242 4242')
    expect(flags[0]?.content.case?.url).toContain('/ticket/1042')
    expect(JSON.stringify((await outboxOf(scene))[0]?.body)).toBe(JSON.stringify(flags[0]?.content))
    expect(await scene.get(panel, 'flag.undo', { id: flags[0]!.id })).toEqual({ undone: true })
    expect([await outboxOf(scene), (await scene.get(panel, 'news.get', {})).flags]).toEqual([[], []])
  })

  test('survives the worker, leaves after the undo seconds, and cannot be undone then', async () => {
    const scene = await joined()
    await scene.enableDesk()
    const { run } = await meet(scene)
    const { flags } = await flag(scene, run.id)
    scene.clock.now += 6000
    scene.restart()
    await scene.worker.loop.send()
    const [row] = await outboxOf(scene)
    expect(row).toMatchObject({ route: 'flag', attempts: 1 })
    expect(await scene.get(panel, 'flag.undo', { id: flags[0]!.id })).toEqual({ undone: false })
    expect((await scene.get(panel, 'news.get', {})).flags).toMatchObject([{ local: 'queued' }])
  })

  test('says nothing of the case on a site that is not switched on', async () => {
    const scene = await joined()
    const { run } = await meet(scene)
    expect((await flag(scene, run.id)).flags).toMatchObject([{ content: { case: null, label: 'Look' } }])
  })

  test('of a step that the version does not have is refused', async () => {
    const scene = await joined()
    const { run } = await meet(scene)
    expect(await scene.ask(panel, 'flag.make', { runId: run.id, stepId: 'gone', kind: 'wrong', word: '' })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    })
  })

  test('of one member is not shown to the next, and still leaves under the first', async () => {
    const scene = await joined()
    const { run } = await meet(scene)
    await flag(scene, run.id)
    await scene.worker.database.use((db) => saveSession(db, sessionOf(jonas)))
    expect((await scene.get(panel, 'news.get', {})).flags).toEqual([])
    expect(await outboxOf(scene)).toMatchObject([{ route: 'flag', memberId: mira.id }])
    await scene.worker.database.use((db) => saveSession(db, sessionOf(mira)))
    expect((await scene.get(panel, 'news.get', {})).flags).toHaveLength(1)
  })
})

describe('the news', () => {
  const keep = (scene: Scene, to = mira) =>
    scene.worker.database.use((db) => write(db, ['coaching'], (tx) => storeNote(tx, noteOf(1, { to: { id: to.id, name: to.name } }))))

  test('counts what is new, and what was put behind stays behind for this member alone', async () => {
    const scene = await joined({ ...playbookOf('counterfeit', 2), publishedAt: start + 1 })
    await keep(scene)
    expect((await scene.get(panel, 'news.get', {})).unread).toBe(2)
    await scene.get(panel, 'news.read', { keys: ['version:counterfeit:2'] })
    scene.restart()
    expect((await scene.get(panel, 'news.get', {})).unread).toBe(1)
    await scene.worker.database.use((db) => saveSession(db, sessionOf(jonas)))
    expect(await scene.get(panel, 'news.get', {})).toMatchObject({ unread: 1, notes: [], read: [] })
  })

  test('a note is answered with its outbox row, and says that the answer waits', async () => {
    const scene = await joined()
    await keep(scene)
    const { notes } = await scene.get(panel, 'note.reply', { id: id(1, 0x5), text: ' Will do ' })
    expect(notes).toMatchObject([{ waiting: { text: 'Will do' } }])
    expect(await outboxOf(scene)).toMatchObject([{ route: 'heed', params: { noteId: id(1, 0x5) }, body: { text: 'Will do' } }])
  })

  test('a note to somebody else is not shown, even on their lead’s device', async () => {
    const scene = await joined()
    await keep(scene, jonas)
    expect((await scene.get(panel, 'news.get', {})).notes).toEqual([])
    expect(await scene.ask(panel, 'note.list', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})
