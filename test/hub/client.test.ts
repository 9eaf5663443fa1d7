// Claims about the client when a connection breaks before an answer.
import { describe, expect, it } from 'vitest'
import { createClient } from '../../hub/client.ts'

/** A network that breaks `breaks` times, then answers with nothing of ours. */
function clientOver(breaks: number) {
  const keys: (string | null)[] = []
  const network: typeof fetch = async (_, init) => {
    keys.push(new Headers(init?.headers).get('idempotency-key'))
    if (keys.length <= breaks) throw new TypeError('fetch failed')
    return Response.json({ ok: true })
  }
  let now = 0
  const client = createClient({
    hubUrl: 'http://hub.example.com',
    token: null,
    fetch: network,
    now: () => ++now,
    random: (size) => new Uint8Array(size),
  })
  return { client, keys }
}

describe('the client', () => {
  it('asks a reader once more', async () => {
    const { client, keys } = clientOver(1)
    expect(await client('health')).toEqual({ ok: true })
    expect(keys).toEqual([null, null])
  })

  it('repeats a command under the same key', async () => {
    const { client, keys } = clientOver(1)
    await client('invite', { request: { role: 'agent' } }).catch(() => undefined)
    expect(keys).toEqual([keys[0], keys[0]])
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('gives up after the second time', async () => {
    const { client, keys } = clientOver(2)
    await expect(client('health')).rejects.toMatchObject({ status: 0 })
    expect(keys).toHaveLength(2)
  })

  it('never repeats what has no key: an invite works once', async () => {
    const { client, keys } = clientOver(1)
    await expect(client('join', { request: { invite: 'A', name: 'B', device: 'C' } })).rejects.toMatchObject({ status: 0 })
    expect(keys).toHaveLength(1)
  })
})
