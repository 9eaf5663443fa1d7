// The demo desk: a small support desk of a live-shopping marketplace on loopback, to try the rail on. No sign-in, no disk.
import { readFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { clientBundle } from './client-bundle.ts'
import { queuePage } from './pages/queue.ts'
import { sellerPage, sellersPage } from './pages/sellers.ts'
import { ticketPage } from './pages/ticket.ts'
import { sellers } from './sellers.ts'
import { createTickets } from './tickets.ts'

/** As strict as the admin pages of real marketplaces: no scripts, no frames, no connections. */
const adminPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const deskPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"

function createDesk(now: () => number, script: string, style: string, icon: string) {
  const tickets = createTickets(now)
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    const isAdmin = context.req.path.startsWith('/admin')
    context.header('content-security-policy', isAdmin ? adminPolicy : deskPolicy)
    context.header('cache-control', 'no-store')
  })
  app.get('/', (context) => context.redirect('/tickets'))
  app.get('/desk.css', (context) => context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/desk.js', (context) => context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.get('/icon.svg', (context) => context.body(icon, 200, { 'content-type': 'image/svg+xml' }))

  app.get('/tickets', (context) => context.html(queuePage(tickets.all())))
  app.get('/tickets/:id{[0-9]+}', (context) => {
    const id = Number(context.req.param('id'))
    const ticket = tickets.get(id)
    if (!ticket) return context.notFound()
    return context.html(ticketPage(ticket, tickets.get(id - 1)?.id ?? null, tickets.get(id + 1)?.id ?? null))
  })
  for (const place of ['reply', 'note'] as const) {
    app.post(`/tickets/:id{[0-9]+}/${place}`, async (context) => {
      const ticket = tickets[place](Number(context.req.param('id')), (await context.req.text()).slice(0, 20_000))
      return ticket ? context.body(null, 204) : context.notFound()
    })
  }
  app.get('/admin/sellers', (context) => context.html(sellersPage(sellers)))
  app.get('/admin/sellers/:handle', (context) => {
    const seller = sellers.find(({ handle }) => handle === context.req.param('handle'))
    return seller ? context.html(sellerPage(seller)) : context.notFound()
  })
  return app
}

/** `@hono/node-server` reports a taken port as an event after it returned; asking first gives the caller a plain rejection. */
function claim(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(port, '127.0.0.1', () => {
      const free = (probe.address() as AddressInfo).port
      probe.close(() => resolve(free))
    })
  })
}

/** Port 0 takes any free one; rejects with the system's error (`EADDRINUSE`) when the port is taken. */
export async function startDesk({ port, now = Date.now }: { port: number; now?: () => number }): Promise<{ url: string; stop: () => Promise<void> }> {
  const file = (name: string) => readFile(new URL(name, import.meta.url), 'utf8')
  const [script, style, icon] = await Promise.all([clientBundle(), file('desk.css'), file('icon.svg')])
  const app = createDesk(now, script, style, icon)
  const free = await claim(port)
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: free }, () => resolve(started))
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${free}`, stop }
}

if (import.meta.main) {
  const { url } = await startDesk({ port: Number(process.env.PORT ?? 4170) })
  console.log(`Lumo Support on ${url}`)
}
