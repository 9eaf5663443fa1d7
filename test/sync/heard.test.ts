import { expect, test } from 'vitest'
import { listNotes, listNotesTo } from '../../lib/db/coaching.ts'
import { commitFlag, listOwnFlags } from '../../lib/db/flags.ts'
import { putAwayRefused } from '../../lib/db/outbox.ts'
import { listReceipts } from '../../lib/db/receipts.ts'
import { listReceivedFlags } from '../../lib/db/received-flags.ts'
import { saveSession } from '../../lib/db/session.ts'
import { receiveFlag } from '../../lib/domain/flag.ts'
import type { Snapshot } from '../../lib/schema/feed.ts'
import type { Member } from '../../lib/schema/member.ts'
import type { Receipt } from '../../lib/schema/receipt.ts'
import { drain } from '../../lib/sync/outbox-sender.ts'
import { pull } from '../../lib/sync/pull.ts'
import { applySnapshot } from '../../lib/sync/snapshot.ts'
import { flagOf, jonas, lena, mira, noteOf, sessionOf, start, team } from '../db/sample.ts'
import { createDevice } from './device.ts'
import { MemoryHub } from './memory-hub.ts'

const ref = ({ id, name }: Member) => ({ id, name })
const receipt: Receipt = { playbookId: 'counterfeit', version: 2, memberId: mira.id, kind: 'acknowledged', at: start, onCase: true }
const flag = (by: Member, n = 1) => receiveFlag(flagOf(n), ref(by), start)

async function open(member: Member) {
  const hub = new MemoryHub([mira, jonas, lena])
  const device = createDevice(hub.fetch)
  await device.database.use((db) => saveSession(db, sessionOf(member)))
  await pull(device.worker())
  device.moved.length = 0
  const here = async () => ({
    receipts: await device.database.use((db) => listReceipts(db, member.id)),
    flags: await device.database.use((db) => listOwnFlags(db, member.id, start)),
    received: await device.database.use(listReceivedFlags),
    notes: await device.database.use((db) => listNotesTo(db, member.id)),
    all: await device.database.use(listNotes),
  })
  return { hub, device, here, moved: () => device.moved.flatMap(({ moved }) => moved) }
}

test('a member’s other device learns the receipt, the flag and the note from the feed, each once', async () => {
  const { hub, device, here, moved } = await open(mira)
  hub.publish({ type: 'receipt.recorded', receipt })
  hub.publish({ type: 'flag.changed', flag: flag(mira) })
  hub.publish({ type: 'coaching.changed', note: noteOf(1) })
  hub.publish({ type: 'coaching.changed', note: noteOf(1) })
  await pull(device.worker())
  const { receipts, flags, notes } = await here()
  expect([receipts, flags.map(({ local }) => local), notes.map(({ note }) => note.content.text)]).toEqual([[receipt], ['sent'], ['note 1']])
  expect(moved()).toEqual(expect.arrayContaining(['runs', 'news']))
})

test('a lead gets everybody’s flags and notes, and no receipt as an own one', async () => {
  const { hub, device, here } = await open(lena)
  hub.publish({ type: 'receipt.recorded', receipt })
  hub.publish({ type: 'flag.changed', flag: flag(mira) })
  hub.publish({ type: 'coaching.changed', note: noteOf(1) })
  await pull(device.worker())
  expect(await here()).toMatchObject({ receipts: [], flags: [], received: [{ by: { id: mira.id } }], notes: [], all: [{ content: { to: { id: mira.id } } }] })
})

test('who is no lead any more keeps nothing of other members', async () => {
  const { hub, device, here } = await open(lena)
  hub.publish({ type: 'flag.changed', flag: flag(mira) })
  hub.publish({ type: 'flag.changed', flag: flag(lena, 2) })
  hub.publish({ type: 'coaching.changed', note: noteOf(1) })
  hub.publish({ type: 'member.changed', member: { ...lena, role: 'agent' } })
  await pull(device.worker())
  expect(await here()).toMatchObject({ received: [{ by: { id: lena.id } }], all: [] })
})

test('a snapshot brings what the hub has, takes what it has no more, and leaves what has not arrived', async () => {
  const { device, here } = await open(mira)
  await device.database.use((db) => commitFlag(db, flagOf(9), start))
  const rest = { playbooks: [], snippets: [], sites: [], escalations: [], summaries: [] }
  const snapshot = (change: Partial<Snapshot>): Snapshot => ({ cursor: 1, team, member: mira, members: [mira], ...rest, ...change })
  const take = (change: Partial<Snapshot>) => device.database.use((db) => applySnapshot(db, snapshot(change), 'token-mira'))
  await take({ receipts: [receipt], flags: [flag(mira)], notes: [noteOf(1)] })
  expect(await here()).toMatchObject({ receipts: [receipt], flags: [{ record: null }, { local: 'sent' }], notes: [{ waiting: null }] })
  await take({})
  expect(await here()).toMatchObject({ receipts: [receipt], flags: [{ record: null, local: 'queued' }], notes: [] })
})

test('a flag that the hub refused is said to be refused, and goes when it is put away', async () => {
  const { hub, device, here } = await open(mira)
  hub.refused.add('flag')
  await device.database.use((db) => commitFlag(db, flagOf(1), start))
  await drain(device.worker())
  expect((await here()).flags).toMatchObject([{ local: 'refused' }])
  await device.database.use(putAwayRefused)
  expect((await here()).flags).toEqual([])
})
