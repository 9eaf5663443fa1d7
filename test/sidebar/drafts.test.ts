import { expect, test } from 'vitest'
import { createDrafts } from '../../entrypoints/sidebar/drafts.ts'
import type { Client } from '../../lib/messages/client.ts'

function openPage() {
  const page = new EventTarget()
  const sent: unknown[] = []
  const client = {
    send: async (name: string, request: object) => {
      sent.push({ name, ...request })
      return {}
    },
  } as unknown as Client
  return { page, sent, drafts: createDrafts(client, page) }
}
const key = 'escalate:demo-desk:1042'
const saved = [{ name: 'draft.set', key, text: 'Third report' }]
const pressed = (held: object) => Object.assign(new Event('keydown'), { altKey: false, ctrlKey: false, metaKey: false, ...held })

test.each([
  ['the panel closes', new Event('pagehide')],
  ['the page takes the focus', new Event('blur')],
  ['a key goes down that may begin a command', pressed({ altKey: true })],
])('what is typed is told to the worker at once when %s, and once only', (_, event) => {
  const { page, sent, drafts } = openPage()
  drafts.keep(key, 'Third report')
  expect(sent).toEqual([])
  page.dispatchEvent(event)
  page.dispatchEvent(event)
  expect(sent).toEqual(saved)
})

test('a letter is not told by itself', () => {
  const { page, sent, drafts } = openPage()
  drafts.keep(key, 'Third report')
  page.dispatchEvent(pressed({}))
  expect(sent).toEqual([])
  page.dispatchEvent(new Event('pagehide'))
})
