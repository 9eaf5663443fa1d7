// A hub that is newer than this device: what the device cannot read does not stop it, and is not lost.
import { expect, test } from 'vitest'
import { listSnippets } from '../../lib/db/library.ts'
import { listPassedOver, notePassedOver } from '../../lib/db/passed-over.ts'
import { saveSession } from '../../lib/db/session.ts'
import { write } from '../../lib/db/transact.ts'
import { takeFrame } from '../../lib/sync/live-frame.ts'
import { readPlace } from '../../lib/sync/place.ts'
import { pull } from '../../lib/sync/pull.ts'
import { mira, sessionOf, snippetOf } from '../db/sample.ts'
import { createDevice, type Device } from './device.ts'
import { MemoryHub } from './memory-hub.ts'

async function setUp(): Promise<{ hub: MemoryHub; device: Device }> {
  const hub = new MemoryHub([mira])
  const device = createDevice(hub.fetch)
  await device.database.use((db) => saveSession(db, sessionOf(mira)))
  await pull(device.worker())
  device.moved.length = 0
  return { hub, device }
}
/** One that this version reads, one that it does not know, and one more that it reads. */
function publish(hub: MemoryHub): void {
  hub.publish({ type: 'snippet.published', snippet: snippetOf('before') })
  hub.publish({ type: 'tide.turned', tide: { height: 3 } } as never)
  hub.publish({ type: 'snippet.published', snippet: snippetOf('after') })
}
const snippets = async (device: Device) => (await device.database.use(listSnippets)).map(({ id }) => id).sort()
const passedOver = (device: Device) => device.database.use(listPassedOver)
const timesMoved = (device: Device) => device.moved.filter(({ moved }) => moved.includes('status')).length

test('an event of a kind that this version does not know is passed over, once said, and the feed goes on', async () => {
  const { hub, device } = await setUp()
  publish(hub)
  expect(await pull(device.worker())).toBe('caught-up')
  publish(hub)
  expect(await pull(device.worker())).toBe('caught-up')
  expect(await snippets(device)).toEqual(['after', 'before'])
  expect((await readPlace(device.worker())).cursor).toBe(6)
  expect([await passedOver(device), timesMoved(device)]).toEqual([['tide.turned'], 1])
})

test('so it is on the live socket', async () => {
  const { hub, device } = await setUp()
  publish(hub)
  const frame = JSON.stringify({ type: 'page', page: hub.page(mira, 0) })
  expect(await takeFrame(device.worker(), frame, sessionOf(mira).token)).toBe('go-on')
  expect(await snippets(device)).toEqual(['after', 'before'])
  expect([await passedOver(device), (await readPlace(device.worker())).cursor]).toEqual([['tide.turned'], 3])
})

test('an event of a known kind that is broken stops the page, and nothing of it is applied', async () => {
  const { hub, device } = await setUp()
  hub.publish({ type: 'snippet.published', snippet: snippetOf('before') })
  hub.publish({ type: 'snippet.published', snippet: { id: 'no-snippet' } } as never)
  expect(await pull(device.worker())).toBe('offline')
  expect([await snippets(device), (await readPlace(device.worker())).cursor, await passedOver(device)]).toEqual([[], 0, []])
})

test('a version that knows the kind takes a snapshot, which has what was passed over', async () => {
  const { hub, device } = await setUp()
  await device.database.use((db) => write(db, ['meta'], (tx) => notePassedOver(tx, ['snippet.published', 'tide.turned'])))
  hub.heard.length = 0
  await pull(device.worker())
  await pull(device.worker())
  expect(hub.heard.filter((name) => name === 'snapshot')).toHaveLength(1)
  expect(await passedOver(device)).toEqual(['tide.turned'])
})
