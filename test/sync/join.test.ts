import { expect, test } from 'vitest'
import { commitEscalation, getEscalation } from '../../lib/db/escalations.ts'
import { listPlaybooks } from '../../lib/db/library.ts'
import { listMembers } from '../../lib/db/members.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { getSession } from '../../lib/db/session.ts'
import { JoinFault } from '../../lib/sync/invite.ts'
import { joinTeam, leaveTeam } from '../../lib/sync/join.ts'
import { drain } from '../../lib/sync/outbox-sender.ts'
import { pull } from '../../lib/sync/pull.ts'
import { contentOf, hubUrl, id, lena, mira, start } from '../db/sample.ts'
import { createDevice } from './device.ts'
import { MemoryHub } from './memory-hub.ts'

const request = { hubUrl: '', invite: `${hubUrl}/join#GOOD`, name: ' Mira ', device: 'Chromium' }

test('joining brings the session, the library and the team, and sends what was saved before', async () => {
  const hub = new MemoryHub([mira, lena])
  const device = createDevice(hub.fetch)
  await device.database.use((db) => commitEscalation(db, { content: contentOf(1), sendAfter: start, now: start }))
  const session = await joinTeam(device.worker(), request)
  expect(session).toMatchObject({ hubUrl, token: 'token-mira', state: 'active', member: { name: 'Mira' } })
  expect([(await device.database.use(listPlaybooks)).length, (await device.database.use(listMembers)).length]).toEqual([1, 2])
  await drain(device.worker())
  expect([...hub.escalations.keys()]).toEqual([id(1)])
})

test('an invite that the hub refuses changes nothing', async () => {
  const hub = new MemoryHub([mira])
  const device = createDevice(hub.fetch)
  await expect(joinTeam(device.worker(), { ...request, invite: 'BAD', hubUrl })).rejects.toMatchObject({ kind: 'refused', status: 403 })
  expect(await device.database.use(getSession)).toBeNull()
})

test('an address without https is refused before anything is asked', async () => {
  const hub = new MemoryHub([mira])
  const device = createDevice(hub.fetch)
  await expect(joinTeam(device.worker(), { ...request, invite: 'http://hub.example.com/join#GOOD' })).rejects.toBeInstanceOf(JoinFault)
  expect(hub.heard).toEqual([])
})

test('a snapshot that does not arrive costs no membership: the next pull takes it', async () => {
  const hub = new MemoryHub([mira, lena])
  const device = createDevice(hub.fetch)
  device.faults = ['none', 'drop-before']
  await joinTeam(device.worker(), request)
  expect(await device.database.use(listPlaybooks)).toEqual([])
  expect(await pull(device.worker())).toBe('caught-up')
  expect(await device.database.use(listPlaybooks)).toHaveLength(1)
})

test('leaving works without the hub and keeps what is unsent', async () => {
  const hub = new MemoryHub([mira])
  const device = createDevice(hub.fetch)
  await joinTeam(device.worker(), request)
  await device.database.use((db) => commitEscalation(db, { content: contentOf(1), sendAfter: start, now: start }))
  device.faults = ['drop-before']
  await leaveTeam(device.worker())
  expect(await device.database.use(getSession)).toMatchObject({ state: 'left', member: { name: 'Mira' } })
  expect(await device.database.use(listOutbox)).toHaveLength(1)
  await joinTeam(device.worker(), request)
  await drain(device.worker())
  expect((await device.database.use((db) => getEscalation(db, id(1))))?.local).toBe('sent')
})
