// One request of one route: who, may they, what did they say, then the handler in one transaction, again if the database says so.
import type { Context } from 'hono'
import { uuidv7 } from '../../lib/domain/uuid.ts'
import { Uuid } from '../../lib/schema/ids.ts'
import { type RouteName, routes } from '../../lib/schema/routes.ts'
import { authenticate, bearerOf } from '../authenticate.ts'
import type { Actor, Call, Emission, Handler, Tx } from '../call.ts'
import { commandHash, type Keeping, once } from '../commands.ts'
import { forbidden, invalid, isTransient } from '../fault.ts'
import { appendEvents } from '../feed.ts'
import type { Hub } from '../hub.ts'
import { derivedBytes, evidenceKeeping, inviteKeeping } from '../kept-reply.ts'
import { handlers } from '../routes/handlers.ts'
import type { RandomBytes } from '../secrets.ts'
import { check, readJson, readQuery } from './body.ts'

const attempts = 4

/** Answers the JSON text: a replayed command answers with the very text that it answered first. */
export async function dispatch(hub: Hub, name: RouteName, c: Context, hubUrl: string): Promise<string> {
  const route = routes[name]
  const token = route.access === 'public' ? null : bearerOf(c.req.header('authorization'))
  const actor = token === null ? null : await authenticate(hub.db, token, hub.now())
  if (actor && !(route.access as readonly string[]).includes(actor.member.role))
    throw forbidden('Your role does not allow this. Ask a lead or an admin of your team.')
  const params = check(route.params, c.req.param(), 'address')
  const request = check(route.request, route.method === 'GET' ? readQuery(c.req.query()) : await readJson(c.req.raw), 'request')
  const key = route.command ? keyOf(c.req.header('idempotency-key')) : null
  const derived = token && key ? derivedBytes(token, key) : hub.random
  const work = async (tx: Tx) => {
    const now = hub.now()
    const newId = () => uuidv7(hub.now(), hub.random(10))
    const emissions = new Map<string, Emission[]>()
    const call = {
      ...{ params, request, actor, tx, now, newId, hubUrl, key: key ?? newId(), random: hub.random, derived },
      emit: (teamId, audience, body) => emissions.set(teamId, [...(emissions.get(teamId) ?? []), { audience, body }]),
      audit: (teamId, action, target) => writeAudit(tx, actor, teamId, action, target, now),
    } as Call<RouteName>
    const handle = () => (handlers[name] as Handler<RouteName>)(call)
    const keeping = actor ? keepingOf(name, call, tx, actor, derived) : undefined
    const reply = key && actor ? (await once(tx, actor, key, commandHash(name, params, request), now, handle, keeping)).reply : JSON.stringify(await handle())
    for (const [teamId, emitted] of emissions) await appendEvents(tx, teamId, now, emitted)
    return reply
  }
  return inTransaction(hub, route.method === 'GET', work)
}

function keepingOf(name: RouteName, call: Call<RouteName>, tx: Tx, actor: Actor, derived: RandomBytes): Keeping | undefined {
  if (name === 'invite') return inviteKeeping(tx, actor.team.id, derived)
  return name === 'evidence' ? evidenceKeeping(call as Call<'evidence'>) : undefined
}

/** A reader sees one moment; a writer that met another one in the way tries again. */
async function inTransaction<T>(hub: Hub, isRead: boolean, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isRead) return hub.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await hub.db.transaction().setIsolationLevel('read committed').execute(work)
    } catch (error) {
      if (attempt === attempts || !isTransient(error)) throw error
      hub.log.warn({ attempt }, 'transaction repeated')
    }
  }
}

function keyOf(header: string | undefined): string {
  const key = Uuid.safeParse(header)
  if (!key.success) throw invalid('This command needs an idempotency-key header with a lower-case UUID.')
  return key.data
}

async function writeAudit(tx: Tx, actor: Actor | null, teamId: string, action: string, target: string, at: number): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ team_id: teamId, actor_id: actor?.member.id ?? null, device_id: actor?.deviceId ?? null, action, target, at })
    .execute()
}
