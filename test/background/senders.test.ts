import { describe, expect, test } from 'vitest'
import { createAdmission } from '../../entrypoints/background/admission.ts'
import { createRouter, type Handlers, type Reply } from '../../entrypoints/background/router.ts'
import { callerOf, ownOrigin } from '../../entrypoints/background/senders.ts'
import { type MessageName, protocol } from '../../lib/messages/protocol.ts'
import { createMemoryBrowser, memoryArea } from './memory-browser.ts'
import { admittedDocument, desk, examples } from './sender-classes.ts'

const names = Object.keys(protocol) as MessageName[]
const reached = Object.fromEntries(names.map((name) => [name, async () => 'reached'])) as unknown as Handlers

async function routerWithAdmittedFrame() {
  const { runtime } = createMemoryBrowser()
  const admission = createAdmission(memoryArea(), (length) => new Uint8Array(length).fill(7))
  await admission.admit({ token: await admission.issue(7, 0), tabId: 7, documentId: admittedDocument }, 0)
  return createRouter(reached, (sender) => callerOf(sender, { runtime, admission, isEnabled: async (origin) => origin === desk }))
}

/** A request of the wrong shape is refused later and with another code than a wrong sender. */
const isForbidden = (reply: Reply) => !reply.ok && reply.error.code === 'forbidden'

describe.each(Object.entries(examples))('%s', (_who, { sender, is }) => {
  test.each(names)('is heard on %s exactly when the protocol says so', async (name) => {
    const route = await routerWithAdmittedFrame()
    const may = is === 'unadmitted' ? name === 'frame.admit' : (protocol[name].from as readonly string[]).includes(is)
    expect(isForbidden(await route({ name, request: {} }, sender))).toBe(!may)
  })
})

test('a stranger does not learn which messages exist', async () => {
  const route = await routerWithAdmittedFrame()
  const { sender } = examples['nobody at all']!
  expect(await route({ name: 'no.such.message', request: {} }, sender)).toEqual(await route({ name: 'case.get', request: {} }, sender))
})

test('the own origin is the real id, not the dynamic host of web-accessible pages', () => {
  expect(ownOrigin(createMemoryBrowser().runtime)).toBe('chrome-extension://efjoipfjhjdpmjbhdbnaknhomcimmenj')
})

test('in Firefox the own origin is the random host', () => {
  const { runtime } = createMemoryBrowser()
  expect(ownOrigin({ ...runtime, id: 'handrail@handrail.example', getURL: (path) => `moz-extension://9f0e7a52-1111-4222-8333-444455556666${path}` })).toBe(
    'moz-extension://9f0e7a52-1111-4222-8333-444455556666',
  )
})
