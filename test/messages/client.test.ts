import { describe, expect, test } from 'vitest'
import { createClient, MessageFailure, type Transport } from '../../lib/messages/client.ts'

type Envelope = { name: string; request: Record<string, unknown> }

/** Answers in turn; a string is thrown as an error of the browser. */
function transportOf(...answers: unknown[]) {
  const sent: Envelope[] = []
  const listeners = new Set<(message: unknown) => void>()
  const transport: Transport = {
    async send(envelope) {
      sent.push(envelope as Envelope)
      const answer = answers.shift()
      if (typeof answer === 'string') throw new Error(answer)
      return answer
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return { sent, client: createClient(transport), say: (message: unknown) => listeners.forEach((listener) => void listener(message)) }
}

const settings = { ok: true, value: { theme: 'dark', notifications: true } }
const died = 'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received'
const absent = 'Could not establish connection. Receiving end does not exist.'
const key = { id: '0198a3c2-0000-7000-8000-000000000000', text: 'Yes' }

test('a reply comes back as the protocol says', async () => {
  const { client, sent } = transportOf(settings)
  expect(await client.send('settings.get', {})).toEqual({ theme: 'dark', notifications: true })
  expect(sent).toEqual([{ name: 'settings.get', request: {} }])
})

test('a failure of the worker is thrown with its code and sentence', async () => {
  const { client } = transportOf({ ok: false, error: { code: 'conflict', message: 'Someone was first.' } })
  const failure = await client.send('settings.get', {}).catch((error) => error)
  expect(failure).toBeInstanceOf(MessageFailure)
  expect(failure).toMatchObject({ code: 'conflict', message: 'Someone was first.' })
})

describe('a worker that died before it answered', () => {
  test.each([[died], [absent], [undefined]])('is asked once more (%s)', async (death) => {
    const { client, sent } = transportOf(death, settings)
    expect(await client.send('settings.get', {})).toEqual(settings.value)
    expect(sent).toHaveLength(2)
  })

  test('gets the same command id again, so that one click stays one command', async () => {
    const { client, sent } = transportOf(died, { ok: false, error: { code: 'conflict', message: 'Enough for the test.' } })
    await client.send('escalation.answer', key).catch(() => undefined)
    expect(sent[0]!.request.commandId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(sent[1]).toEqual(sent[0])
  })

  test('is not asked again to do what could be done twice', async () => {
    const { client, sent } = transportOf(died)
    await expect(client.send('snippet.insert', { tabId: null, text: 'Hello' })).rejects.toMatchObject({ code: 'unavailable' })
    expect(sent).toHaveLength(1)
  })

  test('twice is said to the person', async () => {
    const { client, sent } = transportOf(died, died)
    await expect(client.send('settings.get', {})).rejects.toMatchObject({ code: 'unavailable' })
    expect(sent).toHaveLength(2)
  })
})

test('two clicks have two command ids', async () => {
  const refusal = { ok: false, error: { code: 'conflict', message: 'Enough for the test.' } }
  const { client, sent } = transportOf(refusal, refusal)
  await client.send('escalation.answer', key).catch(() => undefined)
  await client.send('escalation.answer', key).catch(() => undefined)
  expect(sent[0]!.request.commandId).not.toBe(sent[1]!.request.commandId)
})

test('a command id of the caller is kept', async () => {
  const { client, sent } = transportOf({ ok: false, error: { code: 'conflict', message: 'Enough for the test.' } })
  await client.send('escalation.answer', { ...key, commandId: key.id }).catch(() => undefined)
  expect(sent[0]!.request.commandId).toBe(key.id)
})

test('the key of a draft is no command id', async () => {
  const { client, sent } = transportOf({ ok: true, value: {} })
  await client.send('draft.set', { key: 'rule:1', text: 'x' })
  expect(sent[0]!.request).toEqual({ key: 'rule:1', text: 'x' })
})

test.each([
  [{ ok: true, value: { theme: 'pink', notifications: true } }, 'bug'],
  [{ something: 'else' }, 'bug'],
  ['Extension context invalidated.', 'unavailable'],
])('an answer that cannot be used is a failure with a sentence: %j', async (answer, code) => {
  const { client } = transportOf(answer)
  await expect(client.send('settings.get', {})).rejects.toMatchObject({ code })
})

test('only the broadcast of the worker is heard, until the listener leaves', () => {
  const { client, say } = transportOf()
  const heard: unknown[] = []
  const leave = client.onChanged((changed) => heard.push(changed))
  const changed = { name: 'changed', collections: ['runs'], tabId: null }
  say({ name: 'case.get', request: {} })
  say({ name: 'changed', collections: ['secrets'], tabId: null })
  say(changed)
  leave()
  say(changed)
  expect(heard).toEqual([changed])
})
