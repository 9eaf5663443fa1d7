// Claims about who may call from where, and about the pages without a token.
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HubProcess, startHub } from '../../hub/testing/hub-process.ts'
import { chromiumId } from '../../lib/identity.ts'
import { routes } from '../../lib/schema/routes.ts'
import { freshDatabase } from '../database.ts'
import { freshTeam } from './claims/under-test.ts'

const signedElsewhere = 'ponm'.repeat(8)
const stranger = 'a'.repeat(32)
let hub: HubProcess
beforeAll(async () => {
  hub = await startHub({ databaseUrl: await freshDatabase(), args: ['--extension-id', signedElsewhere] })
})
afterAll(async () => {
  await hub.stop()
})
const firefox = 'moz-extension://0f8b1c52-7c3e-4b8e-9a55-1f2e3d4c5b6a'
const from = (origin: string, method = 'GET') => fetch(`${hub.url}/healthz`, { method, headers: { origin } })

/** fetch does not let us lie about the host. */
const statusForHost = (host: string) =>
  new Promise<number>((resolve, reject) => {
    request(`${hub.url}/healthz`, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

/** The status line that a raw request gets; fetch and `request` would mend the address first. */
const statusLineOf = (address: string, headers = '') =>
  new Promise<string>((resolve, reject) => {
    const { hostname, port } = new URL(hub.url)
    const socket = connect(Number(port), hostname, () => socket.write(`GET ${address} HTTP/1.1\r\nhost: ${hostname}\r\n${headers}\r\n`))
    socket.once('data', (data) => {
      resolve(String(data).split('\r\n')[0] ?? '')
      socket.destroy()
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed without an answer')))
  })

describe('the gate', () => {
  it.each(['//', '/\\', '//a:99999/v1/live', 'http://['])('the address %s is refused and the hub goes on', async (address) => {
    const upgrade = 'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n'
    expect(await statusLineOf(address)).toMatch(/^HTTP\/1.1 4\d\d /)
    expect(await statusLineOf(address, upgrade)).toMatch(/^HTTP\/1.1 404 /)
    expect((await fetch(`${hub.url}/healthz`)).status).toBe(200)
  })

  it.each([`chrome-extension://${chromiumId}`, `chrome-extension://${signedElsewhere}`, firefox])('%s may call, without cookies', async (origin) => {
    const response = await from(origin)
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe(origin)
    expect(response.headers.has('access-control-allow-credentials')).toBe(false)
    const preflight = await from(origin, 'OPTIONS')
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('idempotency-key')
    expect(Number(preflight.headers.get('access-control-max-age'))).toBeGreaterThan(0)
  })

  it('our extension can read a refusal too', async () => {
    const response = await fetch(`${hub.url}/v1/session`, { headers: { origin: firefox } })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, firefox])
  })

  it.each(['https://desk.example.com', 'null', `chrome-extension://${stranger}`, `${firefox}.example.com`, 'http://127.0.0.1:1'])(
    '%s may not',
    async (origin) => {
      for (const method of ['GET', 'OPTIONS']) {
        const response = await from(origin, method)
        expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null])
      }
    },
  )

  it('an extension that the hub does not know reads why it cannot join, and the log names it once', async () => {
    const origin = `chrome-extension://${stranger}`
    const join = (method: string) => fetch(`${hub.url}/v1/join`, { method, headers: { origin }, ...(method === 'POST' ? { body: '{}' } : {}) })
    expect([(await join('OPTIONS')).status, (await join('POST')).status]).toEqual([204, 403])
    const refused = await join('POST')
    expect(refused.headers.get('access-control-allow-origin')).toBe(origin)
    expect((await refused.json()).error.message).toBe(
      `This hub does not know this extension. Whoever runs the hub can let it in: start the hub with --extension-id ${stranger}.`,
    )
    const lines = hub.output.stderr.split('\n').filter((line) => line.includes(origin))
    expect(lines).toEqual([expect.stringContaining(`start the hub with --extension-id ${stranger}`)])
  })

  it('a web page cannot read why it may not join', async () => {
    const headers = { origin: 'https://desk.example.com' }
    for (const method of ['POST', 'OPTIONS']) {
      const response = await fetch(`${hub.url}/v1/join`, { method, headers })
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null])
    }
  })

  it('a foreign name that leads to loopback is refused', async () => {
    expect(await statusForHost('evil.example.com')).toBe(403)
    expect(await statusForHost(new URL(hub.url).host)).toBe(200)
    expect(await statusForHost('localhost:80')).toBe(200)
  })

  it('the join page runs its own script only', async () => {
    const response = await fetch(`${hub.url}/join`)
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^ ]+'; script-src 'sha256-[^ ]+';/)
    expect(await response.text()).toContain('Invite code')
  })

  it('the front page says what this is, runs nothing and names no team', async () => {
    const { team } = await (await freshTeam(hub)).admin.ok('session')
    const response = await fetch(hub.url)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^ ]+'; base-uri 'none';/)
    const page = await response.text()
    expect(page).toContain('This is a Handrail hub')
    expect(page).not.toContain(team.name)
    expect(page).not.toContain('<script')
  })

  it('openapi.json lists every route and its references lead somewhere', async () => {
    const document = await (await fetch(`${hub.url}/openapi.json`)).json()
    for (const [name, { method, path }] of Object.entries(routes)) {
      expect(document.paths[path.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()].operationId).toBe(name)
    }
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, id]) => id)
    expect(references.length).toBeGreaterThan(50)
    expect(references.filter((id) => !document.components.schemas[id ?? ''])).toEqual([])
    expect(JSON.stringify(document)).not.toContain('#/$defs')
  })

  it('what is not a route does not exist', async () => {
    const response = await fetch(`${hub.url}/v1/everything`)
    expect(response.status).toBe(404)
    expect((await response.json()).error.code).toBe('invalid')
  })

  it('guessing invites is slowed down', async () => {
    const guess = () => fetch(`${hub.url}/v1/join`, { method: 'POST', body: JSON.stringify({ invite: 'AAAA-AAAA-AAAA-AAAA', name: 'Guess', device: 'x' }) })
    await freshTeam(hub)
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await guess()).status).toBe(404)
    const slowed = await guess()
    expect(slowed.status).toBe(429)
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
