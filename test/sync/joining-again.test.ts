// A revoked token and what waits behind it: it leaves when the same member joins again, and under nobody else.
import { expect, test } from 'vitest'
import { getDraft, saveDraft } from '../../lib/db/drafts.ts'
import { commitEscalation, getEscalation, listEscalations } from '../../lib/db/escalations.ts'
import { enqueue, listOutbox } from '../../lib/db/outbox.ts'
import { getRun, startOrResume } from '../../lib/db/runs.ts'
import { getSession } from '../../lib/db/session.ts'
import { joinTeam } from '../../lib/sync/join.ts'
import { drain } from '../../lib/sync/outbox-sender.ts'
import { contentOf, hubUrl, id, jonas, lena, mira, playbookOf, runOf } from '../db/sample.ts'
import { createDevice, type Device } from './device.ts'
import { MemoryHub } from './memory-hub.ts'

const inviteOf = (code: string, name: string) => ({ hubUrl, invite: code, name, device: 'Chromium' })
const commit = (device: Device, n: number, heldMs = 0) =>
  device.database.use((db) => commitEscalation(db, { content: contentOf(n), sendAfter: device.clock + heldMs, now: device.clock }))
const amend = (device: Device, n: number, of: number) =>
  device.database.use((db) => enqueue(db, { id: id(n, 1), route: 'amend', params: { id: id(of) }, body: { note: 'more', severity: null }, now: device.clock }))

/** Mira's device: one escalation delivered, then the token is revoked, and everything after that waits. */
async function revokedDevice(): Promise<{ hub: MemoryHub; device: Device }> {
  const hub = new MemoryHub([mira, jonas, lena])
  const device = createDevice(hub.fetch)
  await joinTeam(device.worker(), inviteOf('GOOD', 'Mira'))
  await commit(device, 1)
  await drain(device.worker())
  hub.tokens.delete('token-mira')
  await amend(device, 1, 1)
  await commit(device, 2)
  expect(await drain(device.worker())).toMatchObject({ outcome: 'signed-out', sent: 0 })
  // Work goes on while signed out.
  await commit(device, 3, 5000)
  await device.database.use((db) => startOrResume(db, runOf(1), playbookOf('counterfeit', 1)))
  await device.database.use((db) => saveDraft(db, mira.id, { key: 'escalate:demo-desk:4', text: 'Half a sentence', savedAt: device.clock }))
  return { hub, device }
}

test('joining again as the same member keeps everything unsent and sends it by itself, each thing once', async () => {
  const { hub, device } = await revokedDevice()
  expect(await device.database.use(getSession)).toMatchObject({ state: 'revoked' })
  hub.invites.set('AGAIN', mira)
  const before = await device.database.use(listOutbox)
  const session = await joinTeam(device.worker(), inviteOf('AGAIN', 'A. Different Name'))
  expect(session).toMatchObject({ state: 'active', token: 'token-of-again', member: mira })
  expect((await device.database.use(listOutbox)).map((row) => row.id)).toEqual(before.map((row) => row.id))
  expect(await drain(device.worker())).toMatchObject({ sent: 2, refused: 0 })
  device.clock += 5000
  expect(await drain(device.worker())).toMatchObject({ sent: 1, refused: 0, wakeAt: null })

  expect([...hub.escalations].map(([key, record]) => [key, record.by.id])).toEqual([1, 2, 3].map((n) => [id(n), mira.id]))
  expect(hub.escalations.get(id(1))?.thread.map(({ text }) => text)).toEqual(['more'])
  expect(await device.database.use(listOutbox)).toEqual([])
  const own = await device.database.use((db) => listEscalations(db, mira.id))
  expect(own.map(({ local, problem }) => [local, problem])).toEqual(Array(3).fill(['sent', null]))
  expect(await device.database.use((db) => getRun(db, runOf(1).id))).toMatchObject({ memberId: mira.id, closedAt: null })
  expect(await device.database.use((db) => getDraft(db, mira.id, 'escalate:demo-desk:4'))).toMatchObject({ text: 'Half a sentence' })
})

test('an escalation whose answer was lost before the revocation is not doubled by joining again', async () => {
  const hub = new MemoryHub([mira])
  const device = createDevice(hub.fetch)
  await joinTeam(device.worker(), inviteOf('GOOD', 'Mira'))
  await commit(device, 1)
  device.faults = ['drop-after']
  await drain(device.worker())
  hub.tokens.delete('token-mira')
  device.clock += 60_000
  expect(await drain(device.worker())).toMatchObject({ outcome: 'signed-out' })
  hub.invites.set('AGAIN', mira)
  await joinTeam(device.worker(), inviteOf('AGAIN', 'Mira'))
  expect(await drain(device.worker())).toMatchObject({ sent: 1 })
  expect([hub.escalations.size, hub.log.length]).toEqual([1, 2])
  expect((await device.database.use((db) => getEscalation(db, id(1))))?.local).toBe('sent')
})

test('joining as somebody else after a revocation sends nothing of the first member and loses nothing', async () => {
  const { hub, device } = await revokedDevice()
  await joinTeam(device.worker(), inviteOf('GOOD', 'Jonas'))
  device.clock += 5000
  expect(await drain(device.worker())).toMatchObject({ sent: 0, refused: 0 })
  expect(await device.database.use(listOutbox)).toHaveLength(3)
  hub.invites.set('AGAIN', mira)
  await joinTeam(device.worker(), inviteOf('AGAIN', 'Mira'))
  expect(await drain(device.worker())).toMatchObject({ sent: 3 })
})

test('a second device of the same member has tokens and unsent items of its own', async () => {
  const { hub, device } = await revokedDevice()
  hub.invites.set('SECOND', mira)
  const second = createDevice(hub.fetch)
  await joinTeam(second.worker(), inviteOf('SECOND', 'Mira'))
  await commit(second, 9)
  expect(await drain(second.worker())).toMatchObject({ sent: 1 })
  expect(await device.database.use(getSession)).toMatchObject({ state: 'revoked', token: 'token-mira' })
  expect(await device.database.use(listOutbox)).toHaveLength(3)
})
