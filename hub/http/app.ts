// The hub's HTTP face, derived from the routes of the contract. What is not a route there does not exist.

import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { FailureReply } from '../../lib/schema/failure.ts'
import { type RouteName, routes } from '../../lib/schema/routes.ts'
import { busy, errorCode, forbidden, HubFault, isTransient, isUnreachable } from '../fault.ts'
import type { Hub } from '../hub.ts'
import { dispatch } from './dispatch.ts'
import { frontPage } from './front-page.ts'
import { corsHeaders, extensionIdIn, type HostCheck, type OriginCheck } from './gate.ts'
import { joinPage } from './join-page.ts'
import { createLimiter } from './limiter.ts'
import { openApi } from './openapi.ts'

type Env = { Bindings: HttpBindings; Variables: { route: string } }
const mostFailedJoins = 10

export function createApp(hub: Hub, mayBeCalled: HostCheck, isOurOrigin: OriginCheck) {
  const app = new Hono<Env>()
  const joins = createLimiter(mostFailedJoins, hub.now)
  const document = JSON.stringify(openApi())

  app.use(async (c, next) => {
    const startedAt = hub.now()
    await next()
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    hub.log.debug({ route: c.get('route') ?? 'none', status: c.res.status, ms: hub.now() - startedAt }, 'request')
  })
  app.use(async (c, next) => {
    if (!mayBeCalled(c.req.header('host'))) throw forbidden('This hub does not answer under that name. Use the address that it printed when it started.')
    const origin = c.req.header('origin')
    if (origin === undefined) return next()
    const isOurs = isOurOrigin(origin)
    const stranger = isOurs ? null : extensionIdIn(origin)
    // Whoever joins can read why not. On other routes the refusal stays unreadable: what is unsent there waits as if nobody answered.
    if (!isOurs && !(stranger && c.req.path === routes.join.path))
      throw forbidden('Web pages may not call the hub; only the Handrail extension and the command line may.')
    for (const [name, value] of Object.entries(corsHeaders(origin))) c.header(name, value)
    if (c.req.method === 'OPTIONS') return c.body(null, 204)
    if (stranger) throw forbidden(`This hub does not know this extension. Whoever runs the hub can let it in: start the hub with --extension-id ${stranger}.`)
    return next()
  })
  app.use('/v1/join', async (c, next) => {
    const address = c.env.incoming?.socket.remoteAddress ?? ''
    const waitMs = joins.waitMs(address)
    if (waitMs > 0) throw new HubFault('unavailable', 429, 'Too many attempts to join from this address. Wait a minute and try again.', waitMs)
    await next()
    if (c.res.status >= 400 && c.res.status < 500) joins.failed(address)
  })

  app.get('/openapi.json', (c) => c.body(document, 200, { 'content-type': 'application/json' }))
  app.get('/', (c) => c.body(frontPage.html, 200, frontPage.headers))
  app.get('/join', (c) => c.body(joinPage.html, 200, joinPage.headers))
  for (const [name, route] of Object.entries(routes) as [RouteName, (typeof routes)[RouteName]][]) {
    app.on(route.method, route.path, async (c) => {
      c.set('route', name)
      // Under the name it was called by, which the gate has checked.
      const hubUrl = hub.publicUrl ?? `http://${c.req.header('host')}`
      return c.body(await dispatch(hub, name, c, hubUrl), 200, { 'content-type': 'application/json' })
    })
  }
  app.notFound((c) => answer(c, new HubFault('invalid', 404, 'The hub has nothing at this address.')))
  app.onError((error, c) => answer(c, faultOf(hub, error, c.get('route'))))
  return app
}

function answer(c: Context<Env>, fault: HubFault): Response {
  if (fault.retryAfterMs !== null) c.header('retry-after', String(Math.ceil(fault.retryAfterMs / 1000)))
  const reply: FailureReply = { error: { code: fault.code, message: fault.message } }
  return c.json(reply, fault.status)
}

/** The caller learns what to do next; the log learns what went wrong. */
function faultOf(hub: Hub, error: unknown, route: string | undefined): HubFault {
  if (error instanceof HubFault) return error
  const code = errorCode(error)
  if (isUnreachable(error) || isTransient(error)) {
    hub.log.error({ route, code }, 'database unavailable')
    return busy()
  }
  hub.log.error(
    { route, code, kind: error instanceof Error ? error.name : typeof error, stack: error instanceof Error ? placesOf(error) : undefined },
    'request failed',
  )
  return new HubFault('bug', 500, 'The hub made a mistake. Nothing was changed; what you sent is kept on your device and can be sent again.')
}

/** Where it happened without what it said: messages of database errors quote people's texts. */
function placesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n')
}
