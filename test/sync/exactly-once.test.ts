import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitEscalation, getEscalation, listEscalations, undoEscalation } from '../../lib/db/escalations.ts'
import { enqueue, listOutbox } from '../../lib/db/outbox.ts'
import { saveSession } from '../../lib/db/session.ts'
import type { SyncContext } from '../../lib/sync/context.ts'
import { drain } from '../../lib/sync/outbox-sender.ts'
import { failRequest } from '../db/faults.ts'
import { contentOf, id, mira, patienceMs, runs, sessionOf } from '../db/sample.ts'
import { createDevice, type Device, type Fault, faults, Killed } from './device.ts'
import { MemoryHub } from './memory-hub.ts'

const save = (device: Device, n: number, heldMs: number, { database }: SyncContext) =>
  database.use((db) =>
    commitEscalation(db, { content: contentOf(n, { severity: n % 3 === 0 ? 'S1' : 'S3' }), sendAfter: device.clock + heldMs, now: device.clock }),
  )
const amend = (device: Device, n: number, of: number, { database }: SyncContext) =>
  database.use((db) =>
    enqueue(db, { id: id(n, 1), route: 'amend', params: { id: id(of) }, body: { note: `amendment ${n}`, severity: null }, now: device.clock }),
  )

async function setUp(): Promise<{ hub: MemoryHub; device: Device }> {
  const hub = new MemoryHub([mira])
  const device = createDevice(hub.fetch)
  await device.database.use((db) => saveSession(db, sessionOf(mira)))
  return { hub, device }
}

/** Ends the bad times: a whole network, and as much time as the sender asks for. */
async function settleAll(device: Device): Promise<void> {
  device.faults = []
  for (;;) {
    const { wakeAt } = await drain(device.worker())
    if (wakeAt === null) return
    device.clock = Math.max(device.clock, wakeAt)
  }
}

async function survive(work: () => Promise<unknown>): Promise<'lived' | 'died'> {
  try {
    await work()
    return 'lived'
  } catch (error) {
    if (!(error instanceof Killed)) throw error
    return 'died'
  }
}

test(
  'a worker killed at any step of the send path delivers everything exactly once after its restart',
  async () => {
    for (let n = 1; ; n++) {
      const { hub, device } = await setUp()
      const told: number[] = []
      const end = await survive(async () => {
        const worker = device.worker(n)
        for (const item of [1, 2]) {
          await save(device, item, item === 1 ? 5000 : 0, worker)
          told.push(item)
        }
        await amend(device, 1, 1, worker)
        await drain(worker)
        device.clock += 5000
        await drain(worker)
      })
      await settleAll(device)
      const saved = (await device.database.use((db) => listEscalations(db, mira.id))).map((own) => own.id)
      expect([...hub.escalations.keys()].sort()).toEqual(saved.sort())
      for (const item of told) expect(hub.escalations.has(id(item))).toBe(true)
      expect(await device.database.use(listOutbox)).toEqual([])
      // Two events for each escalation and each amendment, and none twice.
      const amended = [...hub.escalations.values()].reduce((sum, record) => sum + record.thread.length, 0)
      expect(hub.log).toHaveLength(2 * (hub.escalations.size + amended))
      expect(amended).toBeLessThanOrEqual(1)
      if (end === 'lived') return
    }
  },
  patienceMs,
)

test(
  'a full disk at any request of the send path loses and doubles nothing',
  async () => {
    for (let n = 1; ; n++) {
      const { hub, device } = await setUp()
      await save(device, 1, 0, device.worker())
      await amend(device, 1, 1, device.worker())
      const isReached = await failRequest(n, () => drain(device.worker()))
      await settleAll(device)
      expect([hub.escalations.size, hub.log.length]).toEqual([1, 4])
      expect(await device.database.use((db) => getEscalation(db, id(1)))).toMatchObject({ local: 'sent', record: { revision: 2 } })
      expect(await device.database.use(listOutbox)).toEqual([])
      if (!isReached) return
    }
  },
  patienceMs,
)

type Action =
  | { kind: 'save'; heldMs: number }
  | { kind: 'amend' | 'undo'; pick: number }
  | { kind: 'wait'; ms: number }
  | { kind: 'drain'; faults: Fault[]; dieAt: number; eager: boolean }
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('save' as const), heldMs: fc.constantFrom(0, 5000) }),
  fc.record({ kind: fc.constantFrom('amend' as const, 'undo' as const), pick: fc.nat(20) }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(10_000) }),
  fc.record({ kind: fc.constant('drain' as const), faults: fc.array(fc.constantFrom(...faults), { maxLength: 6 }), dieAt: fc.nat(15), eager: fc.boolean() }),
)

test(
  'any mixture of drops, repeats, deaths and waiting delivers each thing once and in order',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
        const { hub, device } = await setUp()
        const saved: number[] = []
        const undone = new Set<number>()
        const amendments = new Map<number, string[]>()
        for (const [n, act] of actions.entries()) {
          if (act.kind === 'wait') device.clock += act.ms
          if (act.kind === 'save') {
            await save(device, n, act.heldMs, device.worker())
            saved.push(n)
          }
          if (act.kind === 'drain') {
            device.faults = [...act.faults]
            await survive(() => drain(device.worker(act.dieAt), { eager: act.eager }))
          }
          const target = 'pick' in act ? saved[act.pick % saved.length] : undefined
          if (target === undefined || undone.has(target)) continue
          if (act.kind === 'amend') {
            await amend(device, n, target, device.worker())
            amendments.set(target, [...(amendments.get(target) ?? []), `amendment ${n}`])
          }
          if (act.kind === 'undo' && !amendments.has(target) && (await device.database.use((db) => undoEscalation(db, id(target))))) undone.add(target)
        }
        await settleAll(device)
        const kept = saved.filter((n) => !undone.has(n))
        expect([...hub.escalations.keys()].sort()).toEqual(kept.map((n) => id(n)).sort())
        for (const n of kept) {
          expect(hub.escalations.get(id(n))?.thread.map((entry) => entry.text)).toEqual(amendments.get(n) ?? [])
          const own = await device.database.use((db) => getEscalation(db, id(n)))
          expect(own).toMatchObject({ local: 'sent', record: { number: hub.escalations.get(id(n))?.number } })
        }
        expect(await device.database.use(listOutbox)).toEqual([])
        device.database.close()
      }),
      { numRuns: runs },
    )
  },
  patienceMs,
)

test(
  'undo against send has exactly one winner',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(40), fc.nat(40), async (undoAfter, drainAfter) => {
        const { hub, device } = await setUp()
        await save(device, 1, 5000, device.worker())
        device.clock += 5000
        const later = async <T>(turns: number, work: () => Promise<T>): Promise<T> => {
          for (let turn = 0; turn < turns; turn++) await Promise.resolve()
          return work()
        }
        const [undone] = await Promise.all([
          later(undoAfter, () => device.database.use((db) => undoEscalation(db, id(1)))),
          later(drainAfter, () => drain(device.worker())),
        ])
        await settleAll(device)
        expect(hub.escalations.size).toBe(undone ? 0 : 1)
        expect((await device.database.use((db) => getEscalation(db, id(1))))?.local).toBe(undone ? 'undone' : 'sent')
        device.database.close()
      }),
      { numRuns: runs },
    )
  },
  patienceMs,
)
