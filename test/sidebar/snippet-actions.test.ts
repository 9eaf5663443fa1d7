import { describe, expect, test } from 'vitest'
import type { Reply } from '../../components/snippet/snippet-desk.ts'
import { createSnippetActions } from '../../entrypoints/sidebar/snippet-actions.ts'
import { type Desk, emptyState, type SidebarState } from '../../entrypoints/sidebar/state.ts'
import type { Client } from '../../lib/messages/client.ts'
import { session, view } from '../components/gallery/case-fixture.ts'

const reply: Reply = { snippetId: 'ask-for-proof', isOwn: false, text: 'Hello' }

function open(arrives: 'reply' | 'clipboard' | 'nowhere' = 'reply') {
  let state: SidebarState = { ...emptyState, surface: 'panel', tabId: 1, view, session }
  const heard: [name: string, request: unknown][] = []
  const kept = new Map<string, string>()
  const client = {
    send: async (name: string, request: unknown) => void heard.push([name, request]),
    onChanged: () => () => {},
  } as unknown as Client
  const desk: Desk = {
    client,
    drafts: { load: async (key) => kept.get(key) ?? '', keep: (key, text) => void (text === '' ? kept.delete(key) : kept.set(key, text)) },
    get: () => state,
    set: (part) => {
      state = { ...state, ...part }
    },
    now: () => 0,
  }
  return { actions: createSnippetActions(desk, async () => arrives), heard, kept, set: desk.set }
}

describe('snippets in the panel', () => {
  test.each([
    ['reply', 'inserted', true],
    ['clipboard', 'copied', true],
    ['nowhere', null, false],
  ] as const)('a text that reached the %s counts as %s', async (place, how, did) => {
    const { actions, heard } = open(place)
    expect(await actions.insert(reply)).toBe(did)
    const request = { id: 'ask-for-proof', how, isOwn: false, caseKey: view.context.key }
    expect(heard).toEqual(how === null ? [] : [['snippet.used', request]])
  })
  test('answers outlive a crash until the text is used, and the open panel after that', async () => {
    const { actions, kept } = open()
    actions.keep('ask-for-proof', { 'ask:Why': 'because' })
    expect([...kept.keys()]).toEqual([`snippet:ask-for-proof:${view.context.key}`])
    expect(await open().actions.recall('ask-for-proof')).toEqual({})
    await actions.insert(reply)
    expect([kept.size, actions.answersOf('ask-for-proof')]).toEqual([0, { 'ask:Why': 'because' }])
  })
  test('a draft of another shape is no answer', async () => {
    const { actions, kept } = open()
    for (const text of ['{', '[1]', '7', '{"ask:a": 1, "ask:b": "x"}']) {
      kept.set(`snippet:ask-for-proof:${view.context.key}`, text)
      expect(await actions.recall('ask-for-proof')).toEqual(text.includes('ask:b') ? { 'ask:b': 'x' } : {})
    }
  })
  test('answers of one member are not shown to the next', () => {
    const { actions, set } = open()
    actions.keep('ask-for-proof', { 'ask:Why': 'because' })
    set({ session: { ...session, member: { ...session.member!, id: '00000000-0000-7000-8000-0000000000ff' } } })
    expect(actions.answersOf('ask-for-proof')).toEqual({})
  })
  test('a search that found nothing is told once, however often it is left', () => {
    const { actions, heard } = open()
    for (const text of ['customs form', 'customs form', 'other']) actions.missed(text)
    expect(heard.map(([, request]) => (request as { text: string }).text)).toEqual(['customs form', 'other'])
  })
})
