import { expect, test } from 'vitest'
import { putPlaybook } from '../../lib/db/library.ts'
import { changeRun, getRun, startOrResume } from '../../lib/db/runs.ts'
import { saveSession } from '../../lib/db/session.ts'
import { showStep } from '../../lib/domain/change-step.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { Run } from '../../lib/schema/run.ts'
import { pull } from '../../lib/sync/pull.ts'
import { applySnapshot } from '../../lib/sync/snapshot.ts'
import { id, mira, runOf, sessionOf, start, team } from '../db/sample.ts'
import { next, versionOf } from '../playbook/version-of.ts'
import { createDevice } from './device.ts'
import { MemoryHub } from './memory-hub.ts'

const first = versionOf('- [ ] Look\n- [ ] Ask for proof')
const second = next(first, '- [ ] Look\n- [ ] Ask the buyer for proof', 'apply-now')
const third = next(second, '- [ ] Look\n- [ ] Ask the buyer for proof\n- [ ] Write it down')
const runId = id(1, 0xd)

async function deviceWithRun(change: Partial<Run> = {}) {
  const hub = new MemoryHub([mira])
  const device = createDevice(hub.fetch)
  await device.database.use((db) => saveSession(db, sessionOf(mira)))
  await pull(device.worker())
  await device.database.use((db) => startOrResume(db, runOf(1, change), first))
  const answer =
    (stepId: string) =>
    (run: Run, { document }: PlaybookVersion) =>
      showStep(run, document, { stepId, state: 'done' }, {}, start)
  if (!change.closedAt) for (const stepId of ['look', 'ask-for-proof']) await device.database.use((db) => changeRun(db, runId, answer(stepId)))
  device.moved.length = 0
  const run = () => device.database.use((db) => getRun(db, runId))
  const publish = (...versions: PlaybookVersion[]) => {
    for (const playbook of versions) hub.publish({ type: 'playbook.published', playbook })
    return pull(device.worker())
  }
  return { device, run, publish }
}
const moved = (device: { moved: { moved: string[] }[] }) => device.moved.flatMap((movement) => movement.moved)

test('a publish for open runs moves them when it arrives: the tick that holds stays, the other is asked again', async () => {
  const { device, run, publish } = await deviceWithRun()
  await publish(second)
  expect(await run()).toMatchObject({
    playbook: { version: 2, hash: second.hash },
    updatedAt: start,
    steps: [{ stepId: 'look', state: 'done' }],
    former: [{ stepId: 'ask-the-buyer-for-proof', record: { state: 'done' } }],
    move: { by: 'lead', at: second.publishedAt, kept: 1, asked: 1, from: { version: 1 } },
  })
  expect((await run())?.move?.before).toBeUndefined()
  expect(moved(device)).toContain('runs')
})

test('one that is for the next case leaves them, also when it comes in the same page', async () => {
  const { run, publish } = await deviceWithRun()
  await publish(second, third)
  expect((await run())?.playbook.version).toBe(2)
})

test('a device that hears of the last version only still does what the one between asked for', async () => {
  const { run, publish } = await deviceWithRun()
  await publish(third)
  expect(await run()).toMatchObject({ playbook: { version: 3 }, move: { by: 'lead', from: { version: 1 } } })
})

test('so does one that takes a snapshot', async () => {
  const { device, run } = await deviceWithRun()
  const snapshot = { cursor: 9, team, member: mira, members: [mira], playbooks: [third], snippets: [], sites: [], escalations: [], summaries: [] }
  const movement = await device.database.use((db) => applySnapshot(db, snapshot, sessionOf(mira).token))
  expect((await run())?.playbook.version).toBe(3)
  expect(movement?.moved).toContain('runs')
})

test('the device that published moves its own runs at once, and the event that follows changes nothing more', async () => {
  const { device, run, publish } = await deviceWithRun()
  await device.database.use((db) => putPlaybook(db, second))
  const once = await run()
  expect(once?.playbook.version).toBe(2)
  await publish(second)
  expect(await run()).toEqual(once)
})

test('a closed run, a stop and a publish for the next case move nothing', async () => {
  const closed = await deviceWithRun({ closedAt: start })
  await closed.publish(second)
  expect((await closed.run())?.playbook.version).toBe(1)
  for (const rollout of ['critical-stop', 'next-case'] as const) {
    const { device, run, publish } = await deviceWithRun()
    await publish(next(first, '- [ ] Look', rollout))
    expect(await run()).toMatchObject({ playbook: { version: 1 } })
    expect((await run())?.move).toBeUndefined()
    expect(moved(device)).not.toContain('runs')
  }
})

test('a run whose own version is lost is left as it is, and the feed goes on', async () => {
  const { device, run, publish } = await deviceWithRun()
  await device.database.use((db) => db.clear('playbookVersions'))
  await publish(second)
  expect((await run())?.playbook.version).toBe(1)
  expect((await device.database.use((db) => db.get('playbooks', 'counterfeit')))?.version).toBe(2)
})
