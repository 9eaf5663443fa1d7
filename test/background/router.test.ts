import { describe, expect, test, vi } from 'vitest'
import { Refusal } from '../../entrypoints/background/refusal.ts'
import { createRouter, type Handlers } from '../../entrypoints/background/router.ts'
import type { Caller } from '../../entrypoints/background/senders.ts'
import { EscalationFault } from '../../lib/domain/escalation.ts'
import { RunFault } from '../../lib/domain/run-fault.ts'

const sidebar: Caller = { kind: 'sidebar', tabId: null, frame: null }

function routerWith(handlers: Partial<Handlers>, caller: Caller = sidebar) {
  return createRouter(handlers as Handlers, async () => caller)
}
const answerOf = (handlers: Partial<Handlers>, name: string, request: unknown) => routerWith(handlers)({ name, request }, {})

describe('a request of the wrong shape is refused as invalid and names the field', () => {
  test.each([
    ['run.set', { runId: 'x', change: { stepId: 'a', state: 'done' } }, /^runId: /],
    ['run.set', { runId: '0198a3c2-0000-7000-8000-000000000000', change: { stepId: 'a', state: 'finished' } }, /^change\.state: /],
    ['snippet.insert', { tabId: 3, text: '' }, /^text: /],
    ['case.get', {}, /^tabId: /],
    ['case.get', null, /^request: /],
  ])('%s %j', async (name, request, message) => {
    expect(await answerOf({}, name, request)).toEqual({ ok: false, error: { code: 'invalid', message: expect.stringMatching(message) } })
  })
})

test.each([[undefined], [null], ['case.get'], [42], [[]], [{ request: {} }], [{ name: 1, request: {} }]])('%j is no envelope', async (message) => {
  expect(await routerWith({})(message, {})).toMatchObject({ ok: false, error: { code: 'invalid' } })
})

test.each(['constructor', '__proto__', 'toString', 'no.such'])('the name %s reaches no handler', async (name) => {
  expect(await answerOf({}, name, {})).toMatchObject({ ok: false, error: { code: 'invalid' } })
})

test('the request reaches the handler parsed, without what the schema does not know', async () => {
  const answer = await answerOf({ 'rail.close': async (request) => request as unknown as Record<string, never> }, 'rail.close', { tabId: 3, smuggled: true })
  expect(answer).toEqual({ ok: true, value: { tabId: 3 } })
})

test.each([
  [new Refusal('conflict', 'Someone was first.'), 'conflict', 'Someone was first.'],
  [new RunFault('This run is closed.'), 'invalid', 'This run is closed.'],
  [new EscalationFault('forbidden', 'Not yours.'), 'forbidden', 'Not yours.'],
])('a failure that was meant crosses word for word: %s', async (error, code, message) => {
  const fail = async () => {
    throw error
  }
  expect(await answerOf({ 'rail.close': fail }, 'rail.close', { tabId: null })).toEqual({ ok: false, error: { code, message } })
})

test('an error that nobody meant crosses as a plain sentence and is logged without its content', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const fail = async () => {
    throw new TypeError('cannot read Maria Example, card 4111 1111 1111 1111')
  }
  const answer = await answerOf({ 'rail.close': fail }, 'rail.close', { tabId: null })
  const logged = JSON.stringify(log.mock.calls)
  log.mockRestore()
  expect(answer).toMatchObject({ ok: false, error: { code: 'bug', message: expect.stringContaining('What was saved is safe') } })
  expect(logged).toContain('rail.close failed: TypeError')
  expect(logged + JSON.stringify(answer)).not.toMatch(/Maria|4111/)
})
