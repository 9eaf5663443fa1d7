import { describe, expect, test, vi } from 'vitest'
import { createDeskActions } from '../../entrypoints/console/desk-actions.ts'
import { createDeskStore } from '../../entrypoints/console/desk-store.ts'
import { escalation, fixtureInbox, fixtureNow, fixtureState, otherLead, uuid } from './desk-fixture.ts'
import { createMemoryWorker } from './memory-worker.ts'
import { makeVersion } from './playbook-fixture.ts'

function desk() {
  const worker = createMemoryWorker(fixtureState(fixtureInbox()), () => fixtureNow, makeVersion)
  const store = createDeskStore(worker)
  worker.onChanged(({ collections }) => store.onChanged(collections))
  return { worker, store, actions: createDeskActions(worker, store) }
}
const first = uuid(2, 1)
const rowIn = (store: ReturnType<typeof createDeskStore>, id = first) => store.getState().inbox?.find(({ content }) => content.id === id)

describe('the desk store', () => {
  test('an arrival is asked for when the worker says so', async () => {
    const { worker, store } = desk()
    await store.load('inbox')
    worker.change(['inbox'], (state) => state.inbox.push(escalation(9, 0)))
    await vi.waitFor(() => expect(store.getState().inbox).toHaveLength(9))
  })

  test('a part that no screen showed is not asked for', async () => {
    const { worker, store } = desk()
    store.onChanged(['team'])
    await store.load('status')
    expect(worker.sent.map(({ name }) => name)).toEqual(['status.get'])
  })

  test('a change during a question is asked for once more, not lost', async () => {
    const { worker, store } = desk()
    const loading = store.load('inbox')
    for (let times = 0; times < 3; times += 1) void store.load('inbox')
    await loading
    expect(worker.sent).toHaveLength(2)
  })

  test('records that did not change keep their identity', async () => {
    const { worker, store } = desk()
    await store.load('inbox')
    const before = rowIn(store)
    worker.state.inbox = structuredClone(worker.state.inbox)
    await store.load('inbox')
    expect(rowIn(store)).toBe(before)
  })

  test('a refusal is kept beside what was known before', async () => {
    const { worker, store } = desk()
    await store.load('inbox')
    worker.refuse('inbox.list', { code: 'unavailable', message: 'Later.' })
    await store.load('inbox')
    expect(store.getState().faults.inbox?.message).toBe('Later.')
    expect(store.getState().inbox).toHaveLength(8)
  })
})

describe('the desk actions', () => {
  test('taking shows at once who has it', async () => {
    const { store, actions } = desk()
    await store.load('inbox')
    expect(await actions.take(rowIn(store)!)).toBeNull()
    expect(rowIn(store)).toMatchObject({ status: 'taken', takenBy: { name: 'Noor Haddad' } })
  })

  test('taking what a colleague took first says who, and shows their name', async () => {
    const { worker, store, actions } = desk()
    await store.load('inbox')
    const stale = rowIn(store)!
    const state = worker.state.session
    worker.state.session = { ...state, member: otherLead }
    await actions.take(stale)
    worker.state.session = state
    const failure = await actions.take(stale)
    expect(failure).toMatchObject({ code: 'conflict', message: expect.stringContaining('Ines Carvalho') })
    expect(rowIn(store)?.takenBy?.name).toBe('Ines Carvalho')
  })

  test('a refused ruling answers why and changes nothing', async () => {
    const { worker, store, actions } = desk()
    await store.load('inbox')
    worker.refuse('inbox.rule', { code: 'unavailable', message: 'The hub cannot be reached.' })
    expect(await actions.rule(rowIn(store)!, { outcome: 'a', rationale: 'b' })).toEqual({ code: 'unavailable', message: 'The hub cannot be reached.' })
    expect(rowIn(store)?.ruling).toBeNull()
  })
})
