import { describe, expect, test } from 'vitest'
import { putPlaybook } from '../../lib/db/library.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { next, versionOf } from '../playbook/version-of.ts'
import { openScene } from './scene.ts'

const panel = 'the side panel'
const first = versionOf('- [ ] Look\n- [ ] Ask for proof')
const text = '- [ ] Look\n- [ ] Ask the buyer for proof'

async function sceneWithRun() {
  const scene = openScene()
  const arrive = (playbook: PlaybookVersion) => scene.worker.database.use((db) => putPlaybook(db, playbook))
  await arrive(first)
  const { context } = await scene.get(panel, 'case.get', { tabId: 7 })
  const { run } = await scene.get(panel, 'run.start', { caseKey: context.key, playbookId: 'counterfeit' })
  const runId = run.id
  const tick = (stepId: string) => scene.ask(panel, 'run.set', { runId, change: { stepId, state: 'done' } })
  await tick('look')
  await tick('ask-for-proof')
  const shown = async () => (await scene.get(panel, 'case.get', { tabId: 7 })).runs[0]!
  return { scene, runId, arrive, tick, shown }
}

describe('a version for the next case', () => {
  test('is offered, and the run moves when the agent says so', async () => {
    const { scene, runId, arrive, shown } = await sceneWithRun()
    await arrive(next(first, text))
    expect(await shown()).toMatchObject({ newer: 2, rollout: 'next-case', run: { playbook: { version: 1 } } })
    const moved = await scene.get(panel, 'run.move', { runId, version: 2 })
    expect(moved).toMatchObject({ newer: null, playbook: { version: 2 }, run: { move: { by: 'agent', kept: 1, asked: 1 } } })
    scene.restart()
    expect((await shown()).playbook.version).toBe(2)
  })
  test('is not taken on unseen: a newer one that came meanwhile is refused by name', async () => {
    const { scene, runId, arrive } = await sceneWithRun()
    const second = next(first, text)
    await arrive(next(second, '- [ ] Look'))
    expect(await scene.ask(panel, 'run.move', { runId, version: 2 })).toEqual({
      ok: false,
      error: { code: 'conflict', message: 'Version 3 is the newest by now. Look at what changed, then move.' },
    })
  })
  test('moving twice is moving once', async () => {
    const { scene, runId, arrive } = await sceneWithRun()
    await arrive(next(first, text))
    const once = await scene.get(panel, 'run.move', { runId, version: 2 })
    scene.clock.now += 10
    expect(await scene.get(panel, 'run.move', { runId, version: 2 })).toEqual(once)
  })
  test('is left again as long as nothing was done on it', async () => {
    const { scene, runId, arrive, tick, shown } = await sceneWithRun()
    const { run } = await shown()
    await arrive(next(first, text))
    scene.clock.now += 10
    await scene.get(panel, 'run.move', { runId, version: 2 })
    expect(await scene.get(panel, 'run.stay', { runId })).toMatchObject({ newer: 2, run: { ...run, updatedAt: scene.clock.now } })
    await scene.get(panel, 'run.move', { runId, version: 2 })
    scene.clock.now += 10
    await tick('ask-the-buyer-for-proof')
    expect(await scene.ask(panel, 'run.stay', { runId })).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining('stays on its version') },
    })
  })
})

describe('a version for open runs', () => {
  test('has moved the run before the panel asks, and its notice stays away once it was read', async () => {
    const { scene, runId, arrive, shown } = await sceneWithRun()
    await arrive(next(first, text, 'apply-now'))
    expect(await shown()).toMatchObject({ newer: null, playbook: { version: 2 }, run: { move: { by: 'lead', seenAt: null, from: { version: 1 } } } })
    expect(await scene.ask(panel, 'run.stay', { runId })).toMatchObject({ ok: false })
    await scene.get(panel, 'run.seen', { runId })
    scene.restart()
    expect((await shown()).run.move?.seenAt).toBe(scene.clock.now)
    // What changed can still be looked up.
    expect(await scene.get(panel, 'playbook.get', { id: 'counterfeit', version: 1 })).toEqual(first)
  })
  test('reaches a run that was closed when it is opened again', async () => {
    const { scene, runId, arrive } = await sceneWithRun()
    await scene.get(panel, 'run.close', { runId })
    await arrive(next(first, text, 'apply-now'))
    expect(await scene.get(panel, 'run.reopen', { runId })).toMatchObject({ playbook: { version: 2 }, run: { closedAt: null, move: { by: 'lead' } } })
  })
})

describe('a critical stop', () => {
  test('takes no answer and no closing until the agent has moved on, and keeps what was answered', async () => {
    const { scene, runId, arrive, tick, shown } = await sceneWithRun()
    await arrive(next(first, text, 'critical-stop'))
    expect(await shown()).toMatchObject({ newer: 2, rollout: 'critical-stop' })
    const stopped = { ok: false, error: { code: 'conflict', message: expect.stringContaining('Version 1 was stopped') } }
    expect(await tick('look')).toMatchObject(stopped)
    expect(await scene.ask(panel, 'run.close', { runId })).toMatchObject(stopped)
    const moved = await scene.get(panel, 'run.move', { runId, version: 2 })
    expect(moved.run).toMatchObject({ steps: [{ stepId: 'look', state: 'done' }], former: [{ label: 'Ask for proof' }] })
    expect(await scene.ask(panel, 'run.stay', { runId })).toMatchObject({ ok: false })
    expect(await tick('ask-the-buyer-for-proof')).toMatchObject({ ok: true })
  })
})

test('what a closed run sends carries former answers, and not what would take a move back', async () => {
  const { scene, runId, arrive, tick } = await sceneWithRun()
  await scene.enableDesk()
  await arrive(next(first, text))
  await scene.get(panel, 'run.move', { runId, version: 2 })
  scene.clock.now += 10
  await tick('ask-the-buyer-for-proof')
  await scene.get(panel, 'run.close', { runId })
  const [row] = await scene.worker.database.use(listOutbox)
  expect(row).toMatchObject({ route: 'run', body: { former: [{ label: 'Ask for proof' }], move: { by: 'agent' } } })
  expect(JSON.stringify(row)).not.toContain('"before"')
})
