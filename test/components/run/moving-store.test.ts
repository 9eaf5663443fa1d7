import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createRunActions } from '../../../entrypoints/sidebar/run-actions.ts'
import { emptyState, type SidebarState } from '../../../entrypoints/sidebar/state.ts'
import { createMemoryWorker } from '../gallery/memory-worker.ts'
import { states } from '../gallery/states.ts'

function panelIn(state: string) {
  const worker = createMemoryWorker(structuredClone(states[state]!))
  const store = createStore<SidebarState>(() => ({ ...emptyState, surface: 'panel', tabId: 1, view: structuredClone(worker.view) }))
  const drafts = { load: async () => '', keep: () => {} }
  const actions = createRunActions({ client: worker, drafts, now: Date.now, get: store.getState, set: (part) => store.setState(part) })
  const run = () => store.getState().view!.runs[0]!
  return { worker, actions, state: store.getState, run, runId: run().run.id }
}
const heard = (worker: { heard: { name: string; request: unknown }[] }, name: string) =>
  worker.heard.filter((message) => message.name === name).map(({ request }) => request)

test('what changed is looked up once and kept beside the run', async () => {
  const { worker, actions, state } = panelIn('run-half')
  await actions.look('counterfeit-listing', 4)
  expect(state().versions).toMatchObject({ 'counterfeit-listing': { 4: { version: 4 } } })
  expect(heard(worker, 'playbook.get')).toEqual([{ id: 'counterfeit-listing', version: 4 }])
})

test('moving on shows the new version, leaves a receipt of it, and is taken back by Undo', async () => {
  const { worker, actions, run, runId } = panelIn('run-half')
  const before = run().run
  await actions.move(runId, 4)
  expect(run()).toMatchObject({ newer: null, playbook: { version: 4 } })
  expect(heard(worker, 'receipt.record')).toEqual([{ playbookId: 'counterfeit-listing', version: 4, kind: 'seen' }])
  await actions.stay(runId)
  expect(run().run).toMatchObject({ playbook: before.playbook, steps: before.steps })
})

test('a notice that was put away is met: the receipt is written on the case', async () => {
  const { worker, actions, run, runId } = panelIn('run-moved-by-lead')
  await actions.seen(runId)
  expect(run().run.move?.seenAt).not.toBeNull()
  expect(heard(worker, 'receipt.record')).toEqual([{ playbookId: 'counterfeit-listing', version: 4, kind: 'seen' }])
})

test('a move that the worker refuses is said in a sentence, and nothing moves', async () => {
  const { worker, actions, state, run, runId } = panelIn('run-half')
  worker.failure = 'Version 5 is the newest by now. Look at what changed, then move.'
  await actions.move(runId, 4)
  expect(state().notice).toMatchObject({ text: worker.failure })
  expect(run().playbook.version).toBe(3)
  expect(heard(worker, 'receipt.record')).toEqual([])
})
