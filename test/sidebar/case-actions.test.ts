import { expect, test } from 'vitest'
import { createCaseActions } from '../../entrypoints/sidebar/case-actions.ts'
import { createRunActions } from '../../entrypoints/sidebar/run-actions.ts'
import { type Desk, emptyState, type SidebarState } from '../../entrypoints/sidebar/state.ts'
import type { Client } from '../../lib/messages/client.ts'
import type { CaseView } from '../../lib/schema/views.ts'
import { session, view } from '../components/gallery/case-fixture.ts'
import { states } from '../components/gallery/states.ts'

test('an answer about the case that was under way while a step was answered does not take the answer back', async () => {
  const before = states['run-half']!.view
  const [shown] = before.runs
  const after = { ...shown!, run: { ...shown!.run, steps: [], updatedAt: shown!.run.updatedAt + 1 } }
  let state: SidebarState = { ...emptyState, surface: 'panel', tabId: 1, view: before, session }
  const { promise: asked, resolve: answer } = Promise.withResolvers<CaseView>()
  const client = { send: (name: string) => (name === 'case.get' ? asked : Promise.resolve(after)), onChanged: () => () => {} } as unknown as Client
  const desk: Desk = {
    client,
    drafts: { load: async () => '', keep: () => {} },
    get: () => state,
    set: (part) => {
      state = { ...state, ...part }
    },
    now: () => 0,
  }
  const refreshing = createCaseActions(desk).refresh()
  await createRunActions(desk).change(after.run.id, { stepId: 'compare', state: 'open' })
  answer({ ...before, others: [], putAway: [] })
  await refreshing
  expect(state.view?.runs).toEqual([after])
  expect(state.view?.putAway).toEqual([])
  expect(view.context.key).toBe(state.view?.context.key)
})
