// Calls the hub by the routes table. Nothing counts as an answer before its type, size and shape are right.

import type { EgressRoute } from '../schema/egress.ts'
import { type Failure, FailureReply } from '../schema/failure.ts'
import { type RouteParams, type RouteRequest, type RouteResponse, routes } from '../schema/routes.ts'
import { HubFailure } from './hub-failure.ts'
import { readJson } from './response-body.ts'

/** One hub as this device may call it; `token` null for joining. */
export interface Hub {
  hubUrl: string
  token: string | null
  fetch: typeof fetch
  timeoutMs?: number
}
/** `key`: the idempotency key, needed for commands. */
export interface HubCall<N extends EgressRoute> {
  params: RouteParams<N>
  request: RouteRequest<N>
  key?: string
}

const megabyte = 1024 * 1024
const usual = { capBytes: 5 * megabyte, timeoutMs: 20_000 }
/** A team's whole library and all that is open: were it refused, this device could never read the feed again. */
const whole = { capBytes: 64 * megabyte, timeoutMs: 120_000 }
/** Half a megabyte up a thin line. */
const picture = { capBytes: 5 * megabyte, timeoutMs: 120_000 }
const allowances: Partial<Record<EgressRoute, typeof usual>> = { snapshot: whole, playbookVersions: whole, evidence: whole, image: picture, picture }

// What happened, and no more: what becomes of the command is said by who sends it, now or by the outbox.
const unreachable = 'The hub cannot be reached.'
const notTheHub = 'Something other than the hub answered, perhaps a network sign-in page.'
const hubFailed = 'The hub had a problem of its own.'
const unreadable = 'The hub answered in a way that this version of Handrail cannot read.'

/** Throws `HubFailure` and nothing else. `read` takes the place of the route's own shape, and throws on what it cannot read. */
export async function callHub<N extends EgressRoute, T = RouteResponse<N>>(hub: Hub, name: N, call: HubCall<N>, read = readerOf<N, T>(name)): Promise<T> {
  const { response, body } = await exchange(hub, name, call)
  if (!response.ok) throw failureOf(response, body, hub.token !== null)
  if (body === broken) throw new HubFailure('unreachable', response.status, 'unavailable', notTheHub)
  try {
    return read(body)
  } catch (cause) {
    throw Object.assign(new HubFailure('later', response.status, 'unavailable', unreadable), { cause })
  }
}

const readerOf =
  <N extends EgressRoute, T>(name: N) =>
  (body: unknown): T =>
    routes[name].response.parse(body) as T

const broken = Symbol('no JSON')

async function exchange<N extends EgressRoute>(hub: Hub, name: N, call: HubCall<N>): Promise<{ response: Response; body: unknown }> {
  // Called bare: `hub.fetch(...)` would give the browser's fetch a wrong `this`.
  const { fetch } = hub
  const { capBytes, timeoutMs } = { ...(allowances[name] ?? usual), ...(hub.timeoutMs === undefined ? {} : { timeoutMs: hub.timeoutMs }) }
  let response: Response
  try {
    response = await fetch(addressOf(hub.hubUrl, name, call), {
      method: routes[name].method,
      headers: headersOf(hub.token, name, call.key),
      ...(routes[name].method === 'POST' ? { body: JSON.stringify(call.request) } : {}),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    })
  } catch {
    throw new HubFailure('unreachable', 0, 'unavailable', unreachable)
  }
  return { response, body: await readJson(response, capBytes).catch(() => broken) }
}

function addressOf<N extends EgressRoute>(hubUrl: string, name: N, { params, request }: HubCall<N>): string {
  const route = routes[name]
  const values = params as Record<string, string>
  const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(values[key] ?? ''))
  const query = new URLSearchParams()
  if (route.method === 'GET') {
    for (const [key, value] of Object.entries(request as Record<string, unknown>)) if (value !== undefined) query.set(key, String(value))
  }
  return `${hubUrl}${path}${query.size > 0 ? `?${query}` : ''}`
}

function headersOf(token: string | null, name: EgressRoute, key: string | undefined): Record<string, string> {
  return {
    accept: 'application/json',
    ...(routes[name].method === 'POST' ? { 'content-type': 'application/json' } : {}),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  }
}

function failureOf(response: Response, body: unknown, isSignedIn: boolean): HubFailure {
  const { status } = response
  const reply = FailureReply.safeParse(body)
  const isPatience = status === 408 || status === 425 || status === 429 || status >= 500
  if (isPatience) return new HubFailure('later', status, 'unavailable', reply.success ? reply.data.error.message : hubFailed, retryAfterMs(response))
  // A gateway's own 401 or 403 page must not sign anybody out, nor refuse an escalation.
  if (!reply.success) return new HubFailure('unreachable', status, 'unavailable', notTheHub)
  const { code, message }: Failure = reply.data.error
  return new HubFailure(status === 401 && isSignedIn ? 'unauthorized' : 'refused', status, code, message)
}

/** Seconds, or a date read against the answer's own clock. */
function retryAfterMs({ headers }: Response): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  if (/^-?\d+$/.test(value)) return Number(value) * 1000
  const wait = Date.parse(value) - Date.parse(headers.get('date') ?? '')
  return Number.isFinite(wait) ? wait : undefined
}
