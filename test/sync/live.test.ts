import { afterEach, expect, test } from 'vitest'
import { listSnippets } from '../../lib/db/library.ts'
import { endSession, getSession, saveSession } from '../../lib/db/session.ts'
import { createLive, type Live, type LiveState } from '../../lib/sync/live.ts'
import { pull } from '../../lib/sync/pull.ts'
import { lena, mira, sessionOf, snippetOf } from '../db/sample.ts'
import { createDevice, type Device } from './device.ts'
import { type LiveServer, startLiveServer } from './live-server.ts'
import { MemoryHub } from './memory-hub.ts'

interface Stage {
  hub: MemoryHub
  server: LiveServer
  device: Device
  live: Live
  /** Timers that were set and not cancelled, in the order they were set. */
  timers: { run: () => void; ms: number }[]
  /** Resolves once `check` holds; looked at after every change of state and every movement. */
  until(check: () => boolean): Promise<void>
  states: LiveState[]
}
const stages: Stage[] = []

afterEach(async () => {
  for (const { live, server } of stages.splice(0)) {
    live.stop()
    await server.close()
  }
})

async function setUp(): Promise<Stage> {
  const hub = new MemoryHub([mira, lena])
  const server = await startLiveServer(hub)
  const device = createDevice(hub.fetch)
  await device.database.use((db) => saveSession(db, sessionOf(mira, { hubUrl: server.hubUrl })))
  await pull(device.worker())
  device.moved.length = 0
  const watchers = new Set<() => void>()
  const look = () => {
    for (const watcher of watchers) watcher()
  }
  const timers: Stage['timers'] = []
  const states: LiveState[] = []
  const live = createLive({
    ...device.worker(),
    WebSocket,
    schedule(run, ms) {
      const timer = { run, ms }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
    onMoved(movement) {
      device.moved.push(movement)
      look()
    },
    onState(state) {
      states.push(state)
      look()
    },
  })
  const until = (check: () => boolean) =>
    new Promise<void>((resolve) => {
      const watcher = () => {
        if (!check()) return
        watchers.delete(watcher)
        resolve()
      }
      watchers.add(watcher)
      watcher()
    })
  const stage = { hub, server, device, live, timers, until, states }
  stages.push(stage)
  return stage
}
const versions = async ({ device }: Stage) => (await device.database.use(listSnippets)).map((snippet) => snippet.version)
const publish = ({ hub }: Stage, version: number) => hub.publish({ type: 'snippet.published', snippet: snippetOf('hello', version) })
const fire = ({ timers }: Stage) => timers.splice(0, 1)[0]!.run()

test('it catches up from the cursor and then takes pages as they come', async () => {
  const stage = await setUp()
  publish(stage, 1)
  stage.live.start()
  await stage.until(() => stage.device.moved.some(({ moved }) => moved.includes('library')))
  expect(await versions(stage)).toEqual([1])
  publish(stage, 2)
  stage.device.moved.length = 0
  stage.server.send({ type: 'page', page: stage.hub.page(mira, 1) })
  await stage.until(() => stage.device.moved.length > 0)
  expect(await versions(stage)).toEqual([2])
  expect([stage.server.hellos, stage.states, stage.live.heardAt()]).toEqual([[0], ['connecting', 'connected'], stage.device.clock])
})

test('a second start changes nothing while it is connected', async () => {
  const stage = await setUp()
  stage.live.start()
  stage.live.start()
  await stage.until(() => stage.live.state() === 'connected')
  stage.live.start()
  expect(stage.states).toEqual(['connecting', 'connected'])
})

test('a lost socket is opened again later, from where the device is', async () => {
  const stage = await setUp()
  publish(stage, 1)
  stage.live.start()
  await stage.until(() => stage.device.moved.some(({ moved }) => moved.includes('library')))
  stage.server.cut()
  await stage.until(() => stage.live.state() === 'unreachable')
  publish(stage, 2)
  expect(stage.timers.map(({ ms }) => ms)).toEqual([1500])
  fire(stage)
  await stage.until(() => stage.server.hellos.length === 2 && stage.live.state() === 'connected')
  expect(stage.server.hellos).toEqual([0, 1])
})

test('a silent socket is taken for dead', async () => {
  const stage = await setUp()
  stage.live.start()
  await stage.until(() => stage.live.state() === 'connected')
  expect(stage.timers.map(({ ms }) => ms)).toEqual([45_000])
  fire(stage)
  expect(stage.live.state()).toBe('unreachable')
  stage.live.start()
  await stage.until(() => stage.live.state() === 'connected')
})

test('a hole in the log makes it ask again instead of skipping', async () => {
  const stage = await setUp()
  stage.live.start()
  await stage.until(() => stage.live.state() === 'connected')
  for (const version of [1, 2, 3]) publish(stage, version)
  stage.server.send({ type: 'page', page: stage.hub.page(mira, 2) })
  await stage.until(() => stage.live.state() === 'unreachable')
  expect(await versions(stage)).toEqual([])
  stage.device.moved.length = 0
  fire(stage)
  await stage.until(() => stage.device.moved.length > 0)
  expect(await versions(stage)).toEqual([3])
})

test('a reset is answered with a snapshot and a new hello', async () => {
  const stage = await setUp()
  for (const version of [1, 2, 3]) publish(stage, version)
  stage.hub.floor = 2
  stage.live.start()
  await stage.until(() => stage.live.state() === 'unreachable')
  fire(stage)
  await stage.until(() => stage.server.hellos.length === 2 && stage.live.state() === 'connected')
  expect(stage.server.hellos).toEqual([0, 3])
})

test('a refused token ends it for good', async () => {
  const stage = await setUp()
  stage.hub.tokens.clear()
  stage.live.start()
  await stage.until(() => stage.device.moved.some(({ moved }) => moved.includes('session')))
  expect(stage.live.state()).toBe('revoked')
  expect((await stage.device.database.use(getSession))?.state).toBe('revoked')
  expect(stage.timers).toEqual([])
})

test('who has signed out is not connected', async () => {
  const stage = await setUp()
  await stage.device.database.use((db) => endSession(db, 'token-mira', 'left'))
  stage.live.start()
  await stage.until(() => stage.live.state() === 'stopped')
  expect([stage.server.hellos, stage.timers]).toEqual([[], []])
})

test('a hub that talks nonsense is asked less and less often', async () => {
  const stage = await setUp()
  const waits: number[] = []
  stage.live.start()
  await stage.until(() => stage.live.state() === 'connected')
  stage.server.send('{"type":"unheard of"}')
  await stage.until(() => stage.live.state() === 'unreachable')
  waits.push(stage.timers[0]!.ms)
  stage.hub.page = () => ({ from: -1, upto: 0, events: [] })
  for (let n = 0; n < 3; n++) {
    fire(stage)
    await stage.until(() => stage.live.state() === 'connected')
    await stage.until(() => stage.live.state() === 'unreachable')
    waits.push(stage.timers[0]!.ms)
  }
  expect(waits).toEqual([1500, 2500, 4500, 8500])
})

test('after a stop nothing is heard and nothing is waited for', async () => {
  const stage = await setUp()
  stage.live.start()
  await stage.until(() => stage.live.state() === 'connected')
  stage.live.stop()
  expect([stage.live.state(), stage.timers]).toEqual(['stopped', []])
})
