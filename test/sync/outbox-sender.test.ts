import { expect, test } from 'vitest'
import { lostOrders, readHeld, readMark } from '../../lib/db/damage.ts'
import { refuse } from '../../lib/db/delivery.ts'
import { commitEscalation, getEscalation, undoEscalation } from '../../lib/db/escalations.ts'
import { enqueue, listOutbox, putAwayRefused, retryAll } from '../../lib/db/outbox.ts'
import { endSession, getSession, saveSession } from '../../lib/db/session.ts'
import type { EscalationContent } from '../../lib/schema/escalation.ts'
import { drain } from '../../lib/sync/outbox-sender.ts'
import { contentOf, id, jonas, lena, mira, patienceMs, sessionOf, start } from '../db/sample.ts'
import { createDevice, type Device, type Fault } from './device.ts'
import { MemoryHub } from './memory-hub.ts'

function setUp(): { hub: MemoryHub; device: Device; commit: (n: number, change?: Partial<EscalationContent>, heldMs?: number) => Promise<unknown> } {
  const hub = new MemoryHub([mira, jonas, lena])
  const device = createDevice(hub.fetch)
  const commit = (n: number, change = {}, heldMs = 0) =>
    device.database.use((db) => commitEscalation(db, { content: contentOf(n, change), sendAfter: device.clock + heldMs, now: device.clock }))
  return { hub, device, commit }
}
const signIn = (device: Device, member = mira) => device.database.use((db) => saveSession(db, sessionOf(member)))
const own = (device: Device, n: number) => device.database.use((db) => getEscalation(db, id(n)))
const outbox = (device: Device) => device.database.use(listOutbox)
const received = (hub: MemoryHub) => [...hub.escalations.keys()]

test('a held escalation leaves when its undo seconds are over, not before', async () => {
  const { hub, device, commit } = setUp()
  await signIn(device)
  await commit(1, {}, 5000)
  expect(await drain(device.worker())).toEqual({ sent: 0, refused: 0, outcome: 'drained', wakeAt: start + 5000 })
  device.clock += 5000
  expect(await drain(device.worker())).toEqual({ sent: 1, refused: 0, outcome: 'drained', wakeAt: null })
  expect(received(hub)).toEqual([id(1)])
  expect(await own(device, 1)).toMatchObject({ local: 'sent', record: { number: 1, status: 'delivered' } })
})

test('critical ones go first, the others in the order they were made', async () => {
  const { hub, device, commit } = setUp()
  await signIn(device)
  await commit(1)
  await commit(2)
  await commit(3, { severity: 'S1' })
  await drain(device.worker())
  expect(received(hub)).toEqual([id(3), id(1), id(2)])
})

test('an amendment made while the escalation waits arrives after it', async () => {
  const { hub, device, commit } = setUp()
  await signIn(device)
  await commit(1)
  await device.database.use((db) => enqueue(db, { id: id(2), route: 'amend', params: { id: id(1) }, body: { note: 'more', severity: 'S1' }, now: start }))
  device.faults = ['failed']
  expect(await drain(device.worker())).toMatchObject({ sent: 0, outcome: 'drained' })
  expect(hub.heard).toEqual([])
  device.clock += 60_000
  expect(await drain(device.worker())).toMatchObject({ sent: 2 })
  expect(await own(device, 1)).toMatchObject({ record: { severity: 'S1', thread: [{ kind: 'amendment', text: 'more' }] } })
})

test('undo takes along what was added in the undo seconds', async () => {
  const { device, commit } = setUp()
  await signIn(device)
  await commit(1, {}, 5000)
  await device.database.use((db) => enqueue(db, { id: id(2), route: 'amend', params: { id: id(1) }, body: { note: 'more', severity: null }, now: start }))
  expect(await device.database.use((db) => undoEscalation(db, id(1)))).toMatchObject({ local: 'undone' })
  expect(await outbox(device)).toEqual([])
})

test.each<[Fault]>([['drop-after'], ['cut'], ['twice']])('an answer that was lost (%s) does not make a second escalation', async (fault) => {
  const { hub, device, commit } = setUp()
  await signIn(device)
  await commit(1)
  device.faults = [fault]
  await drain(device.worker())
  device.clock += 60_000
  await drain(device.worker())
  expect(received(hub)).toEqual([id(1)])
  expect(hub.log).toHaveLength(2)
  expect(await own(device, 1)).toMatchObject({ local: 'sent', problem: null })
  expect(await outbox(device)).toEqual([])
})

test('while the hub cannot be reached there is one request a window, and the reason is on the record', async () => {
  const { device, commit } = setUp()
  await signIn(device)
  for (let n = 1; n <= 20; n++) await commit(n)
  device.faults = Array(50).fill('drop-before')
  const first = await drain(device.worker())
  expect(first).toMatchObject({ sent: 0, outcome: 'offline' })
  expect(first.wakeAt).toBeGreaterThan(start)
  expect(50 - device.faults.length).toBe(1)
  expect(await own(device, 1)).toMatchObject({ local: 'queued', problem: expect.stringContaining('cannot be reached') })
})

test(
  'three days offline end with everything delivered once',
  async () => {
    const { hub, device, commit } = setUp()
    await signIn(device)
    device.faults = Array(300).fill('drop-before')
    for (let n = 1; n <= 200; n++) {
      await commit(n)
      await drain(device.worker())
      device.clock += 72 * 18_000
    }
    device.faults = []
    const { sent, wakeAt } = await drain(device.worker(), { eager: true })
    expect([sent, wakeAt, received(hub).length]).toEqual([200, null, 200])
  },
  patienceMs,
)

test('what a person asks for goes out at once, whatever earlier failures asked for', async () => {
  const { hub, device, commit } = setUp()
  await signIn(device)
  await commit(1)
  device.faults = ['busy']
  expect(await drain(device.worker())).toMatchObject({ outcome: 'offline', wakeAt: start + 2000 })
  expect(await drain(device.worker())).toMatchObject({ sent: 0 })
  expect(await drain(device.worker(), { eager: true })).toMatchObject({ sent: 1 })
  expect(received(hub)).toEqual([id(1)])
})

test('a refused token keeps the queue and asks nobody else', async () => {
  const { hub, device, commit } = setUp()
  await signIn(device)
  await commit(1)
  await commit(2)
  hub.tokens.clear()
  expect(await drain(device.worker())).toMatchObject({ outcome: 'signed-out', sent: 0 })
  expect(await device.database.use(getSession)).toMatchObject({ state: 'revoked' })
  expect(hub.heard).toEqual(['escalate'])
  expect(await outbox(device)).toHaveLength(2)
})

test('what one member left unsent does not leave under another, and leaves when the first is back', async () => {
  const { hub, device, commit } = setUp()
  await signIn(device)
  await commit(1)
  await device.database.use((db) => endSession(db, 'token-mira', 'left'))
  expect(await drain(device.worker())).toMatchObject({ outcome: 'signed-out', wakeAt: null })
  await signIn(device, jonas)
  await commit(2)
  await drain(device.worker())
  expect(received(hub)).toEqual([id(2)])
  await signIn(device)
  await drain(device.worker())
  expect(hub.escalations.get(id(1))?.by.id).toBe(mira.id)
})

test('what was saved before anybody joined goes out under the first who joins', async () => {
  const { hub, device, commit } = setUp()
  await commit(1)
  expect(await drain(device.worker())).toMatchObject({ outcome: 'signed-out' })
  await signIn(device)
  await drain(device.worker())
  expect(hub.escalations.get(id(1))?.by.id).toBe(mira.id)
})

test('a refusal for good is kept with its reason, stops nothing else, and can be tried again', async () => {
  const { hub, device, commit } = setUp()
  await signIn(device)
  await commit(1, { note: 'refuse me' })
  await commit(2)
  expect(await drain(device.worker())).toMatchObject({ sent: 1, refused: 1, wakeAt: null })
  expect(await own(device, 1)).toMatchObject({ local: 'refused', problem: 'The queue does not exist.' })
  expect(await outbox(device)).toMatchObject([{ state: 'refused', problem: 'The queue does not exist.' }])
  await device.database.use(retryAll)
  expect(await own(device, 1)).toMatchObject({ local: 'queued', problem: null })
  expect(await drain(device.worker())).toMatchObject({ refused: 1 })
  expect(received(hub)).toEqual([id(2)])
})

test('trying again leaves alone what was refused to another member', async () => {
  const { device, commit } = setUp()
  await signIn(device)
  await commit(1, { note: 'refuse me' })
  await drain(device.worker())
  await signIn(device, jonas)
  await device.database.use(retryAll)
  expect(await own(device, 1)).toMatchObject({ local: 'refused', problem: 'The queue does not exist.' })
  expect(await outbox(device)).toMatchObject([{ state: 'refused', memberId: mira.id, problem: 'The queue does not exist.' }])
})

test('a refused courtesy leaves no question behind', async () => {
  const { device, commit } = setUp()
  await signIn(device)
  await commit(1)
  const seen = await device.database.use((db) => enqueue(db, { id: id(2), route: 'see', params: { id: id(9) }, body: {}, now: start }))
  const mark = await device.database.use(readMark)
  await device.database.use((db) => refuse(db, seen, 'There is no such escalation in your team.'))
  expect(await outbox(device)).toMatchObject([{ id: id(1), state: 'waiting' }])
  expect(lostOrders(mark, await device.database.use(readHeld))).toEqual([])
})

test('what a person has put away is refused no more, and the escalation stays in the list', async () => {
  const { device, commit } = setUp()
  await signIn(device)
  await commit(1, { note: 'refuse me' })
  await drain(device.worker())
  const mark = await device.database.use(readMark)
  await device.database.use(putAwayRefused)
  expect(await outbox(device)).toEqual([])
  expect(await own(device, 1)).toMatchObject({ local: 'refused', content: { note: 'refuse me' } })
  expect(lostOrders(mark, await device.database.use(readHeld))).toEqual([])
})

test.each<Fault>(['portal', 'busy', 'failed'])('what is not an answer of the hub (%s) refuses nothing and signs nobody out', async (fault) => {
  const { device, commit } = setUp()
  await signIn(device)
  await commit(1)
  device.faults = [fault]
  await drain(device.worker())
  expect(await own(device, 1)).toMatchObject({ local: 'queued' })
  expect(await device.database.use(getSession)).toMatchObject({ state: 'active' })
})

test('an id that exists is a success when the same was said, and a refusal when not', async () => {
  const { hub, device, commit } = setUp()
  const other = createDevice(hub.fetch)
  await signIn(other)
  for (const n of [1, 2]) await other.database.use((db) => commitEscalation(db, { content: contentOf(n), sendAfter: start, now: start }))
  await drain(other.worker())
  hub.forgetAnswers()
  await signIn(device)
  await commit(1)
  await commit(2, { note: 'another text under this id' })
  expect(await drain(device.worker())).toMatchObject({ sent: 1, refused: 1 })
  expect(await own(device, 1)).toMatchObject({ local: 'sent' })
  expect(await own(device, 2)).toMatchObject({ local: 'refused' })
})

test('a receipt for another escalation clears nothing', async () => {
  const { hub, device, commit } = setUp()
  await signIn(device)
  await commit(1)
  await drain(device.worker())
  await commit(2)
  const lying = createDevice(async () => Response.json(hub.escalations.get(id(1))))
  const worker = { ...device.worker(), fetch: lying.worker().fetch }
  expect(await drain(worker)).toMatchObject({ sent: 0 })
  expect(await own(device, 2)).toMatchObject({ local: 'queued', record: null })
})

test('two workers that overlap send one after the other', async () => {
  const { hub, device, commit } = setUp()
  await signIn(device)
  for (let n = 1; n <= 5; n++) await commit(n)
  const results = await Promise.all([drain(device.worker()), drain(device.worker())])
  expect(results.map((result) => result.sent)).toEqual([5, 0])
  expect(hub.heard).toHaveLength(5)
})

test('an undone escalation never reaches the hub', async () => {
  const { hub, device, commit } = setUp()
  await signIn(device)
  await commit(1, {}, 5000)
  await device.database.use((db) => undoEscalation(db, id(1)))
  device.clock += 60_000
  await drain(device.worker())
  expect(hub.heard).toEqual([])
})
