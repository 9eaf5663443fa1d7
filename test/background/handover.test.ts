import { describe, expect, test } from 'vitest'
import { getImage } from '../../lib/db/images.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { saveSession } from '../../lib/db/session.ts'
import { jonas, lena, mira, sessionOf } from '../db/sample.ts'
import { begin, book, catchUp, hand, later, listOf, openDesk, openHub, runsOf } from './handing-over.ts'
import { type Scene, ticket } from './scene.ts'

async function pair() {
  const hub = openHub()
  hub.versions = [later, book]
  const [from, to] = [await openDesk(hub, mira), await openDesk(hub, jonas)]
  const { caseKey, runId } = await begin(from)
  return { hub, from, to, caseKey, runId }
}
const notices = ({ browser }: Scene) => [...browser.notices.values()].map(({ title }) => title)

describe('handing a case to a colleague', () => {
  test('closes the runs here at once, says so, and refuses to change them', async () => {
    const { from, caseKey, runId } = await pair()
    const own = await from.get('the side panel', 'handover.create', { caseKey, to: jonas.id, note: 'card 4111 1111 1111 1111' })
    expect(own).toMatchObject({ local: 'held', to: { name: 'Jonas' }, content: { note: 'card [card ending 1111]' } })
    expect(await runsOf(from)).toMatchObject([{ id: runId, outcome: null, wentTo: { member: { name: 'Jonas' } } }])
    const change = { stepId: 'look', state: 'done' as const }
    const refusals = await Promise.all([from.ask('the side panel', 'run.set', { runId, change }), from.ask('the side panel', 'run.reopen', { runId })])
    for (const answer of refusals) expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining('You handed this run to Jonas.') } })
    expect((await listOf(from)).open).toMatchObject([{ place: { key: caseKey }, handover: { id: own.id, local: 'held' } }])
  })

  test('undone within the seconds, the runs are as they were and nothing is sent', async () => {
    const { hub, from, caseKey } = await pair()
    const before = await runsOf(from)
    const { id } = await from.get('the side panel', 'handover.create', { caseKey, to: jonas.id, note: '' })
    expect(await from.get('the side panel', 'handover.undo', { id })).toMatchObject({ undone: true })
    from.clock.now += 6000
    await from.worker.loop.send()
    expect(await runsOf(from)).toEqual(before)
    expect(hub.heard).not.toContain('handOver')
    expect(await from.get('the side panel', 'handover.undo', { id })).toMatchObject({ undone: true })
  })

  test('is taken by the colleague with the same answers on the same version, which is fetched; the sender hears of it', async () => {
    const { from, to, caseKey } = await pair()
    await to.worker.database.use((db) => db.put('playbooks', later))
    await hand(from, caseKey, jonas)
    await catchUp(to)
    expect(notices(to)).toEqual(['Mira hands you a case'])
    const list = await listOf(to)
    expect(list.handed).toMatchObject([{ handover: { content: { note: 'I am off at six', progress: [{ title: 'counterfeit', skipped: 1, total: 1 }] } } }])
    const { id } = list.handed[0]!.handover!
    expect(await to.get('the side panel', 'handover.take', { id })).toMatchObject({ isHere: true, record: { status: 'taken' } })
    expect(await runsOf(to)).toMatchObject([
      {
        memberId: jonas.id,
        closedAt: null,
        playbook: { version: 1 },
        cameFrom: { member: { name: 'Mira' } },
        steps: [{ state: 'skipped', reason: 'Seen before' }],
      },
    ])
    await catchUp(from)
    expect(notices(from)).toEqual(['Jonas took your case'])
    expect((await listOf(from)).closed).toMatchObject([{ handover: { record: { status: 'taken', to: { name: 'Jonas' } } } }])
    expect((await listOf(to)).open).toMatchObject([{ place: { key: caseKey }, runs: [{ skipped: 1, isOpen: true }] }])
  })

  test('tells what was escalated on it and ruled, masked, and keeps it to be read once it is taken; the sender does not keep it twice', async () => {
    const { hub, from, to, caseKey } = await pair()
    const said = { tabId: 7, caseKey, note: 'Looks like a replica', severity: 'S2' as const, queue: 'leads', runId: null }
    const own = await from.get('the side panel', 'escalation.create', said)
    from.clock.now += 6000
    await from.worker.loop.send()
    hub.change(own.id, { kind: 'ask', by: lena, text: 'Paid with 4111 1111 1111 1111?' })
    hub.change(own.id, { kind: 'rule', by: lena, outcome: 'Remove listing', rationale: 'The plate is missing.', revision: 2 })
    const { id } = await hand(from, caseKey, jonas)
    await catchUp(to)
    const told = [
      {
        ...{ number: 1, by: { name: 'Mira' }, note: 'Looks like a replica', question: { text: 'Paid with [card ending 1111]?' } },
        ruling: { outcome: 'Remove listing', rationale: 'The plate is missing.', by: { name: lena.name } },
      },
    ]
    expect((await listOf(to)).handed).toMatchObject([{ handover: { record: { escalations: told } } }])
    await to.get('the side panel', 'handover.take', { id })
    await catchUp(to)
    expect((await to.get('the side panel', 'case.get', { tabId: 7 })).handovers).toMatchObject([{ id, record: { status: 'taken', escalations: told } }])
    await catchUp(from)
    const { handovers } = await from.get('the side panel', 'case.get', { tabId: 7 })
    expect(handovers?.[0]?.record).toMatchObject({ status: 'taken' })
    expect(handovers?.[0]?.record).not.toHaveProperty('escalations')
  })

  test('brings its pictures along; one that comes late is asked for when it is looked at', async () => {
    const { hub, from, to, caseKey, runId } = await pair()
    from.browser.readPage = () => ({ href: ticket.url, bornAt: 1, width: 1200, rail: null })
    from.browser.capture = () => 'data:image/png;base64,AAAA'
    const taken = await from.get('the side panel', 'proof.take', { runId, stepId: 'look', tabId: 7, what: 'screenshot' })
    const proof = taken.view.run.steps[0]!.proofs!.find(({ kind }) => kind === 'screenshot')
    const hash = proof?.kind === 'screenshot' ? proof.image.hash : ''
    const { id } = await hand(from, caseKey, jonas)
    await from.worker.loop.send()
    expect([...hub.pictures.keys()]).toEqual([`${id} ${hash}`])
    await catchUp(to)
    const late = new Map(hub.pictures)
    hub.pictures.clear()
    await to.get('the side panel', 'handover.take', { id })
    expect(await to.ask('the side panel', 'image.get', { hash, of: null })).toMatchObject({ ok: false })
    const { context, runs } = await to.get('the side panel', 'case.get', { tabId: 7 })
    const said = { tabId: 7, caseKey: context.key, note: '', severity: 'S2' as const, queue: 'leads', runId: runs[0]!.run.id }
    const own = await to.get('the side panel', 'escalation.create', said)
    to.clock.now += 6000
    await to.worker.loop.send()
    expect((await to.worker.database.use(listOutbox)).map(({ route, state }) => [route, state])).toEqual([['image', 'waiting']])
    for (const [named, picture] of late) hub.pictures.set(named, picture)
    to.clock.now += 3_600_000
    await to.worker.loop.send({ eager: true })
    expect(hub.pictures.has(`${own.id} ${hash}`)).toBe(true)
    expect(await to.get('the side panel', 'image.get', { hash, of: null })).toMatchObject({ type: 'image/webp' })
    const second = await openDesk(hub, jonas, 'token-second')
    await second.get('the side panel', 'handover.take', { id })
    await expect.poll(() => second.worker.database.use((db) => getImage(db, hash))).not.toBeNull()
    hub.pictures.clear()
    expect(await second.get('the side panel', 'image.get', { hash, of: null })).toMatchObject({ type: 'image/webp' })
  })

  test('undone, its pictures do not leave', async () => {
    const { hub, from, caseKey, runId } = await pair()
    from.browser.readPage = () => ({ href: ticket.url, bornAt: 1, width: 1200, rail: null })
    from.browser.capture = () => 'data:image/png;base64,AAAA'
    await from.get('the side panel', 'proof.take', { runId, stepId: 'look', tabId: 7, what: 'screenshot' })
    const { id } = await from.get('the side panel', 'handover.create', { caseKey, to: jonas.id, note: '' })
    expect((await from.worker.database.use(listOutbox)).map(({ route }) => route)).toEqual(['handOver', 'image'])
    await from.get('the side panel', 'handover.undo', { id })
    expect(await from.worker.database.use(listOutbox)).toEqual([])
    expect(hub.heard).not.toContain('image')
  })

  test('a second device of the colleague sees it, and is settled by the first', async () => {
    const { hub, from, to, caseKey } = await pair()
    const second = await openDesk(hub, jonas, 'token-second')
    const { id } = await hand(from, caseKey, jonas)
    for (const device of [to, second]) await catchUp(device)
    expect((await listOf(second)).handed).toHaveLength(1)
    await to.get('the side panel', 'handover.take', { id })
    await catchUp(second)
    expect(await listOf(second)).toMatchObject({ handed: [], closed: [{ handover: { record: { status: 'taken' } } }] })
    // A device that was to go on here, or whose worker died before it kept the runs.
    await second.get('the side panel', 'handover.take', { id })
    expect(await runsOf(second)).toMatchObject([{ memberId: jonas.id, closedAt: null }])
  })

  test('returned with a word, the runs are open again where they came from', async () => {
    const { from, to, caseKey, runId } = await pair()
    const { id } = await hand(from, caseKey, jonas)
    await catchUp(to)
    await to.get('the side panel', 'handover.return', { id, word: 'Off at six, too' })
    await catchUp(from)
    expect(await runsOf(from)).toMatchObject([{ id: runId, closedAt: null }])
    expect((await runsOf(from))[0]).not.toHaveProperty('wentTo')
    expect((await listOf(from)).open).toMatchObject([{ handover: { record: { status: 'returned', word: 'Off at six, too' } } }])
    expect((await listOf(to)).handed).toEqual([])
  })

  test('is not said to be returned, nor kept to be sent later, while the hub is away', async () => {
    const { from, to, caseKey } = await pair()
    const { id } = await hand(from, caseKey, jonas)
    await catchUp(to)
    to.fetch.answer = async () => {
      throw new TypeError('Failed to fetch')
    }
    expect(await to.ask('the side panel', 'handover.return', { id, word: 'Off at six, too' })).toMatchObject({
      ok: false,
      error: { message: 'The hub cannot be reached. This is not kept to be sent later: try again in a moment.' },
    })
    expect(await to.worker.database.use(listOutbox)).toEqual([])
    expect((await listOf(to)).handed).toHaveLength(1)
  })

  test('undone or refused, it is not told as if it had happened', async () => {
    const { from, caseKey } = await pair()
    const { id } = await from.get('the side panel', 'handover.create', { caseKey, to: jonas.id, note: '' })
    await from.get('the side panel', 'handover.undo', { id })
    expect(await from.get('the console', 'handover.list', { caseKey })).toEqual([])
    const sent = await hand(from, caseKey, jonas)
    expect(await from.get('the console', 'handover.list', { caseKey })).toMatchObject([{ id: sent.id, local: 'sent' }])
  })

  test('taken back by its sender, it cannot be taken any more', async () => {
    const { from, to, caseKey, runId } = await pair()
    const { id } = await hand(from, caseKey, jonas)
    await catchUp(to)
    await from.get('the side panel', 'handover.return', { id, word: '' })
    expect(await runsOf(from)).toMatchObject([{ id: runId, closedAt: null }])
    expect(await to.ask('the side panel', 'handover.take', { id })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Mira has taken this case back.') },
    })
    expect(await runsOf(to)).toEqual([])
  })

  test('meets an own open run of the same playbook: one run goes on', async () => {
    const { from, to, caseKey } = await pair()
    const { run } = await to.get('the side panel', 'run.start', { caseKey, playbookId: book.id }).catch(async () => {
      await to.get('the side panel', 'case.get', { tabId: 7 })
      return to.get('the side panel', 'run.start', { caseKey, playbookId: book.id })
    })
    const { id } = await hand(from, caseKey, jonas)
    await catchUp(to)
    await to.get('the side panel', 'handover.take', { id })
    expect(await runsOf(to)).toMatchObject([{ id: run.id, steps: [{ state: 'skipped' }], cameFrom: { member: { name: 'Mira' } } }])
  })

  test('of two runs of one playbook both join the one that goes on', async () => {
    const { from, to, caseKey, runId } = await pair()
    const { run } = await to.get('the side panel', 'case.get', { tabId: 7 }).then(() => to.get('the side panel', 'run.start', { caseKey, playbookId: book.id }))
    await from.worker.database.use(async (db) => {
      const one = (await db.get('runs', runId))!
      const note = { id: crypto.randomUUID(), kind: 'note', text: 'From the second', at: 5 } as const
      await db.put('runs', { ...one, id: crypto.randomUUID(), updatedAt: 1, steps: [{ stepId: 'look', state: 'open', at: 5, proofs: [note] }] })
    })
    const { id } = await hand(from, caseKey, jonas)
    await catchUp(to)
    await to.get('the side panel', 'handover.take', { id })
    expect(await runsOf(to)).toMatchObject([{ id: run.id, steps: [{ state: 'skipped' }], former: [{ record: { proofs: [{ text: 'From the second' }] } }] }])
  })

  test('offline it waits, and leaves under the same member only', async () => {
    const { hub, from, to, caseKey } = await pair()
    from.fetch.answer = async () => {
      throw new TypeError('Failed to fetch')
    }
    await hand(from, caseKey, jonas)
    expect((await listOf(from)).open).toMatchObject([{ handover: { local: 'queued', problem: expect.stringContaining('cannot be reached') } }])
    from.fetch.answer = hub.fetch
    await from.worker.database.use((db) => saveSession(db, sessionOf(lena)))
    await from.worker.loop.send({ eager: true })
    expect(hub.heard).not.toContain('handOver')
    expect((await listOf(from)).open).toEqual([])
    expect(await from.worker.database.use(listOutbox)).toMatchObject([{ route: 'handOver', memberId: mira.id }])
    await from.worker.database.use((db) => saveSession(db, sessionOf(mira)))
    await from.worker.loop.send({ eager: true })
    await catchUp(to)
    expect((await listOf(to)).handed).toHaveLength(1)
  })

  test('refused by the hub for good, it says why and can be taken back', async () => {
    const { hub, from, caseKey, runId } = await pair()
    const { id } = await from.get('the side panel', 'handover.create', { caseKey, to: jonas.id, note: '' })
    hub.members.splice(
      hub.members.findIndex((member) => member.id === jonas.id),
      1,
    )
    from.clock.now += 6000
    await from.worker.loop.send()
    expect((await listOf(from)).open).toMatchObject([{ handover: { local: 'refused', problem: expect.stringContaining('not in your team any more') } }])
    await from.get('the side panel', 'handover.undo', { id })
    expect(await runsOf(from)).toMatchObject([{ id: runId, closedAt: null }])
  })

  test.for([
    ['oneself', mira.id, 'This case is yours already.'],
    ['somebody who is not in the team', '00000000-0000-7000-800a-0000000000ff', 'not in your team any more'],
  ] as const)('to %s nothing is changed', async ([, to, said]) => {
    const { from, caseKey, runId } = await pair()
    expect(await from.ask('the side panel', 'handover.create', { caseKey, to, note: '' })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining(said) },
    })
    expect(await runsOf(from)).toMatchObject([{ id: runId, closedAt: null }])
    expect(await from.worker.database.use(listOutbox)).toEqual([])
  })

  test('what was handed over survives a worker that dies before the seconds are over', async () => {
    const { hub, from, to, caseKey } = await pair()
    await from.get('the side panel', 'handover.create', { caseKey, to: jonas.id, note: '' })
    from.clock.now += 6000
    await from.restart().loop.send()
    expect(hub.heard).toContain('handOver')
    await catchUp(to)
    expect((await listOf(to)).handed).toHaveLength(1)
  })

  test("a lead's device keeps that it happened, without the runs", async () => {
    const { hub, from, caseKey } = await pair()
    const desk = await openDesk(hub, lena)
    await hand(from, caseKey, jonas)
    await catchUp(desk)
    expect(await desk.get('the console', 'handover.list', { caseKey })).toMatchObject([
      { from: { name: 'Mira' }, to: { name: 'Jonas' }, content: { runs: [] } },
    ])
    expect(await listOf(desk)).toMatchObject({ handed: [], open: [], closed: [] })
    hub.publish({ type: 'member.changed', member: { ...lena, role: 'agent' } })
    await catchUp(desk)
    expect(await desk.get('the console', 'handover.list', { caseKey })).toEqual([])
  })
})
