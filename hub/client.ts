// A caller of the hub outside the browser: the command line, seeding and tests. Derived from the routes, like the hub itself.
import { uuidv7 } from '../lib/domain/uuid.ts'
import { type FailureCode, FailureReply } from '../lib/schema/failure.ts'
import { type RouteName, type RouteParams, type RouteRequest, type RouteResponse, routes } from '../lib/schema/routes.ts'
import type { RandomBytes } from './secrets.ts'

/** The hub said no, or there is none: `status` 0. */
export class ClientFault extends Error {
  readonly code: FailureCode
  readonly status: number

  constructor(code: FailureCode, status: number, message: string) {
    super(message)
    this.name = 'ClientFault'
    this.code = code
    this.status = status
  }
}

export interface ClientOptions {
  hubUrl: string
  token: string | null
  fetch: typeof fetch
  now: () => number
  random: RandomBytes
}

export interface Said<N extends RouteName> {
  params?: RouteParams<N>
  request?: RouteRequest<N>
  key?: string
}

export type Client = <N extends RouteName>(name: N, said?: Said<N>) => Promise<RouteResponse<N>>

export function createClient(options: ClientOptions): Client {
  return async (name, said = {}) => {
    const route = routes[name]
    const again = { ...said, key: said.key ?? uuidv7(options.now(), options.random(10)) }
    const response = await sendTwice(options, name, again).catch(() => {
      throw new ClientFault('unavailable', 0, `There is no answer from ${options.hubUrl}. Check the address, and that the hub runs.`)
    })
    const body: unknown = await response.json().catch(() => null)
    if (response.ok) {
      const reply = route.response.safeParse(body)
      if (reply.success) return reply.data as RouteResponse<typeof name>
      throw new ClientFault('bug', response.status, `${options.hubUrl} answered something that is not Handrail's. Check the address.`)
    }
    const failure = FailureReply.safeParse(body)
    if (!failure.success)
      throw new ClientFault('unavailable', response.status, `${options.hubUrl} is not a Handrail hub, or something stands between (status ${response.status}).`)
    throw new ClientFault(failure.data.error.code, response.status, failure.data.error.message)
  }
}

/** A kept-alive connection may close under a request. Once more is safe for readers, and for commands, which have a key. */
async function sendTwice<N extends RouteName>(options: ClientOptions, name: N, said: Said<N>): Promise<Response> {
  const { method, command } = routes[name]
  if (method !== 'GET' && !command) return send(options, name, said)
  return send(options, name, said).catch(() => send(options, name, said))
}

/** The request itself, for who wants to see status and text. */
export function send<N extends RouteName>({ hubUrl, token, fetch, now, random }: ClientOptions, name: N, said: Said<N>): Promise<Response> {
  const route = routes[name]
  const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String((said.params as Record<string, unknown> | undefined)?.[key])))
  const url = new URL(path, hubUrl)
  const headers: Record<string, string> = {}
  if (token) headers.authorization = `Bearer ${token}`
  if (route.command) headers['idempotency-key'] = said.key ?? uuidv7(now(), random(10))
  if (route.method === 'GET') {
    for (const [key, value] of Object.entries(said.request ?? {})) url.searchParams.set(key, String(value))
    return fetch(url, { headers })
  }
  return fetch(url, { method: route.method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(said.request ?? {}) })
}
