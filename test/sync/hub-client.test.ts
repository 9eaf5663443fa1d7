import { expect, test } from 'vitest'
import { callHub, type Hub } from '../../lib/sync/hub-client.ts'
import { HubFailure } from '../../lib/sync/hub-failure.ts'
import { contentOf, hubUrl, id, mira, recordOf, team } from '../db/sample.ts'

const hub = (fetch: typeof globalThis.fetch, timeoutMs = 20_000): Hub => ({ hubUrl, token: 'token-mira', fetch, timeoutMs })
const answering = (body: BodyInit | null, init: ResponseInit = {}) =>
  hub(async () => new Response(body, { headers: { 'content-type': 'application/json' }, ...init }))
const refusing = (status: number, headers: Record<string, string> = {}) =>
  hub(async () => Response.json({ error: { code: 'invalid', message: 'No.' } }, { status, headers }))
const failureOf = (from: Hub) =>
  callHub(from, 'escalation', { params: { id: id(1) }, request: {} }).then(
    () => null,
    (failure: HubFailure) => failure,
  )

test('a command carries path, token, key and body', async () => {
  let seen: Request | null = null
  const recording = hub(async (input, init) => {
    seen = new Request(input, init)
    return Response.json(recordOf(1))
  })
  await callHub(recording, 'amend', { params: { id: id(1) }, request: { note: 'more', severity: null }, key: id(2) })
  expect(seen!.method + seen!.url).toBe(`POST${hubUrl}/v1/escalations/${id(1)}/amendments`)
  expect(Object.fromEntries(seen!.headers)).toMatchObject({ authorization: 'Bearer token-mira', 'idempotency-key': id(2), 'content-type': 'application/json' })
  expect([seen!.redirect, seen!.credentials, seen!.cache, await seen!.json()]).toEqual(['error', 'omit', 'no-store', { note: 'more', severity: null }])
})

test('a question puts its request into the query, and a path cannot be widened by a parameter', async () => {
  const urls: string[] = []
  const recording = hub(async (input) => {
    urls.push(String(input))
    return Response.json({ from: 4, upto: 4, events: [] })
  })
  await callHub(recording, 'feed', { params: {}, request: { after: 4 } })
  await failureOf({ ...recording, hubUrl: `${hubUrl}/base` })
  await callHub(recording, 'playbookVersions', { params: { id: '../../x?y' }, request: {} }).catch(() => null)
  expect(urls).toEqual([`${hubUrl}/v1/feed?after=4`, `${hubUrl}/base/v1/escalations/${id(1)}`, `${hubUrl}/v1/playbooks/..%2F..%2Fx%3Fy/versions`])
})

test.each<[string, Hub, HubFailure['kind'], number]>([
  ['no network', hub(() => Promise.reject(new TypeError('failed to fetch'))), 'unreachable', 0],
  ['a sign-in page of the network', answering('<h1>Hello</h1>', { headers: { 'content-type': 'text/html' } }), 'unreachable', 200],
  ['a gateway that says 401', answering('no', { status: 401, headers: { 'content-type': 'text/plain' } }), 'unreachable', 401],
  ['a gateway that says 403 in JSON of its own', answering('{"reason":"blocked"}', { status: 403 }), 'unreachable', 403],
  ['an answer cut short', answering(JSON.stringify(recordOf(1)).slice(0, 90)), 'unreachable', 200],
  ['an answer that is not UTF-8', answering(new Uint8Array([0x22, 0xff, 0x22])), 'unreachable', 200],
  ['an answer of another shape', answering('{"content":{"__proto__":{}}}'), 'later', 200],
  ['nesting without end', answering('['.repeat(200_000) + ']'.repeat(200_000)), 'later', 200],
  ['a token that is not good any more', refusing(401), 'unauthorized', 401],
  ['no for good', refusing(422), 'refused', 422],
  ['a conflict', refusing(409), 'refused', 409],
  ['gone', refusing(410), 'refused', 410],
  ['too many requests', refusing(429), 'later', 429],
  ['a failure of the hub', refusing(500), 'later', 500],
  ['a dead gateway', answering('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }), 'later', 502],
])('%s is told apart', async (_, from, kind, status) => {
  expect(await failureOf(from)).toMatchObject({ name: 'HubFailure', kind, status })
})

test('a refusal says what the hub said', async () => {
  expect(await failureOf(refusing(422))).toMatchObject({ code: 'invalid', message: 'No.' })
})

test.each<[string, Record<string, string>, number | undefined]>([
  ['seconds', { 'retry-after': '7' }, 7000],
  ['a negative number', { 'retry-after': '-7' }, -7000],
  ['a day', { 'retry-after': '86400' }, 86_400_000],
  ['words', { 'retry-after': 'soon' }, undefined],
  ['a date', { 'retry-after': 'Wed, 01 Jan 2031 00:00:10 GMT', date: 'Wed, 01 Jan 2031 00:00:00 GMT' }, 10_000],
  ['a date without a clock', { 'retry-after': 'Wed, 01 Jan 2031 00:00:10 GMT' }, undefined],
  ['nothing', {}, undefined],
])('the hub may ask for patience in %s', async (_, headers, expected) => {
  expect((await failureOf(refusing(503, headers)))?.retryAfterMs).toBe(expected)
})

test('a hub that never answers is given up', async () => {
  const silent: typeof fetch = (_, init) => new Promise((_resolve, reject) => init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason)))
  expect(await failureOf(hub(silent, 5))).toMatchObject({ kind: 'unreachable' })
})

test('a body without end is cut off at 5 MB', async () => {
  let pulled = 0
  const endless = () =>
    new ReadableStream({
      pull(controller) {
        pulled += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(0x20))
      },
    })
  expect(await failureOf(answering(endless()))).toMatchObject({ kind: 'unreachable' })
  expect(pulled).toBeLessThan(6 * 1024 * 1024)
})

test('a large team still gets its snapshot', async () => {
  const lists = { members: [], playbooks: [], snippets: [], sites: [], escalations: [], summaries: [] }
  const text = JSON.stringify({ cursor: 1, team, member: mira, ...lists }) + ' '.repeat(20 * 1024 * 1024)
  expect(await callHub(answering(text), 'snapshot', { params: {}, request: {} })).toMatchObject({ cursor: 1 })
})

test('an empty answer is enough where nothing is expected', async () => {
  const empty = answering(null, { status: 204 })
  expect(await callHub(empty, 'receipt', { params: {}, request: { playbookId: 'refund', version: 1, kind: 'seen' }, key: id(1) })).toEqual({})
  await expect(callHub(empty, 'escalate', { params: {}, request: contentOf(1), key: id(1) })).rejects.toBeInstanceOf(HubFailure)
})
