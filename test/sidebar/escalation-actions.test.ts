// Handing a case over from the panel's store, with a worker that answers when the test lets it.
import { describe, expect, test, vi } from 'vitest'
import { createEscalationActions } from '../../entrypoints/sidebar/escalation-actions.ts'
import { emptyState, freshCase, type SidebarState } from '../../entrypoints/sidebar/state.ts'
import type { Client } from '../../lib/messages/client.ts'
import { own, view } from '../components/gallery/case-fixture.ts'

const other = { ...view, context: { ...view.context, key: 'demo-desk:1043' } }
const target = { queue: 'brand-protection', severity: 'S1' } as const

function openDesk() {
  let state: SidebarState = { ...emptyState, surface: 'panel', tabId: 1, view }
  const kept = new Map<string, string>()
  const asked: { name: string; request: unknown; answer: (value?: unknown) => void; refuse: () => void }[] = []
  const client = {
    send: (name: string, request: unknown) =>
      new Promise((resolve, reject) => {
        asked.push({ name, request, answer: (value: unknown = own()) => resolve(value), refuse: () => reject(new Error('The database could not be opened.')) })
      }),
  } as unknown as Client
  const actions = createEscalationActions({
    client,
    drafts: { load: async (key) => kept.get(key) ?? '', keep: (key, text) => void kept.set(key, text) },
    get: () => state,
    set: (part) => {
      state = { ...state, ...part }
    },
    now: () => 0,
  })
  return {
    actions,
    asked,
    kept,
    get: () => state,
    showCase: (shown: typeof view) => {
      state = { ...state, ...freshCase, view: shown }
    },
  }
}

describe('what is typed while a case is being sent', () => {
  test('stays in the form and in the draft', async () => {
    const desk = openDesk()
    desk.actions.openForm(true)
    desk.actions.edit({ note: 'Third report' })
    const sending = desk.actions.send()
    desk.actions.edit({ note: 'Third report, and a second seller' })
    desk.asked[0]!.answer()
    expect(await sending).toBe(true)
    expect(desk.get()).toMatchObject({ edits: { note: 'Third report, and a second seller' }, isFormOpen: true })
    expect(desk.get().notice?.text).toContain('without what you typed since')
    expect(desk.kept.get('escalate:demo-desk:1042')).toContain('a second seller')
  })

  test('what was sent leaves the form and the draft', async () => {
    const desk = openDesk()
    desk.actions.edit({ note: 'Third report' })
    const sending = desk.actions.send()
    desk.asked[0]!.answer()
    await sending
    expect(desk.get()).toMatchObject({ edits: {}, isFormOpen: false })
    expect(desk.kept.get('escalate:demo-desk:1042')).toBe('')
  })

  test('for another case that came up meanwhile is not touched, and what was sent does not come back as a draft', async () => {
    const desk = openDesk()
    desk.actions.edit({ note: 'Third report' })
    const sending = desk.actions.send()
    desk.showCase(other)
    desk.actions.openForm(true)
    desk.actions.edit({ note: 'Another matter' })
    desk.asked[0]!.answer()
    await sending
    expect(desk.get()).toMatchObject({ edits: { note: 'Another matter' }, isFormOpen: true })
    expect(desk.kept.get('escalate:demo-desk:1043')).toContain('Another matter')
    expect(desk.kept.get('escalate:demo-desk:1042')).toBe('')
  })
})

describe('a step that opened the form', () => {
  test('is told that it was sent', async () => {
    const desk = openDesk()
    const step = desk.actions.toTarget(target, false)
    const sending = desk.actions.send()
    desk.asked[0]!.answer()
    await sending
    expect(await step).toBe(true)
  })

  test('waits on while sending fails, and is told once it succeeds', async () => {
    const desk = openDesk()
    const step = desk.actions.toTarget(target, false)
    const failing = desk.actions.send()
    desk.asked[0]!.refuse()
    expect(await failing).toBe(false)
    const sending = desk.actions.send()
    desk.asked[1]!.answer()
    await sending
    expect(await step).toBe(true)
  })

  test('is told that it was given up when another case came up, and nothing sent later counts for it', async () => {
    const desk = openDesk()
    const step = desk.actions.toTarget(target, false)
    desk.showCase(other)
    const sending = desk.actions.send()
    desk.asked[0]!.answer()
    await sending
    expect(await step).toBe(false)
  })

  test('is not done by what another step sends', async () => {
    const desk = openDesk()
    const step = desk.actions.toTarget(target, false)
    const sending = desk.actions.toTarget({ ...target, queue: 'leads' }, true)
    desk.asked[0]!.answer()
    expect(await sending).toBe(true)
    expect(await step).toBe(false)
  })
})

describe('undo', () => {
  const undone = { undone: true, content: { note: '', severity: 'S3', queue: 'leads' }, id: own().id }

  test('of what went without a note takes away nothing that was typed and chosen', async () => {
    const desk = openDesk()
    desk.actions.edit({ note: 'Third report', severity: 'S1' })
    const undoing = desk.actions.undo(undone.id)
    desk.asked[0]!.answer(undone)
    await vi.waitFor(() => desk.asked[1]!.answer({ ...own(), local: 'undone' }))
    await undoing
    expect(desk.get()).toMatchObject({ edits: { note: 'Third report', severity: 'S1' }, isFormOpen: true })
    expect(desk.kept.get('escalate:demo-desk:1042')).toContain('Third report')
  })

  test('of another case gives its words back to that case, and not to the one on screen', async () => {
    const desk = openDesk()
    desk.showCase({ ...other, escalations: [own()] })
    const undoing = desk.actions.undo(undone.id)
    desk.asked[0]!.answer({ ...undone, content: { ...undone.content, note: 'Third report' } })
    await vi.waitFor(() => desk.asked[1]!.answer({ ...own(), local: 'undone' }))
    await undoing
    expect(desk.get().edits).toEqual({})
    expect(desk.kept.get('escalate:demo-desk:1042')).toContain('Third report')
    expect(desk.kept.has('escalate:demo-desk:1043')).toBe(false)
  })
})

describe('what a key sent', () => {
  test('leaves the form, and the step that opened it is told', async () => {
    const desk = openDesk()
    const step = desk.actions.toTarget(target, false)
    expect(JSON.parse(desk.kept.get('escalate:demo-desk:1042') ?? '{}')).toMatchObject(target)
    desk.kept.set('escalate:demo-desk:1042', '')
    await desk.actions.hearDraft()
    expect(desk.get()).toMatchObject({ edits: {}, isFormOpen: false })
    expect(await step).toBe(true)
  })

  test('and came back by the Undo of its notification stands in the form again', async () => {
    const desk = openDesk()
    desk.kept.set('escalate:demo-desk:1042', JSON.stringify({ note: 'Third report' }))
    await desk.actions.hearDraft()
    expect(desk.get().edits).toEqual({ note: 'Third report' })
  })

  test('takes along nothing that is typed while the panel hears of it', async () => {
    const desk = openDesk()
    desk.actions.edit({ note: 'Third report' })
    desk.kept.set('escalate:demo-desk:1042', '')
    const hearing = desk.actions.hearDraft()
    desk.actions.edit({ note: 'Third report, and a second seller' })
    await hearing
    expect(desk.get().edits).toEqual({ note: 'Third report, and a second seller' })
  })
})
