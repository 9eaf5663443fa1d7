// Calls of the hub that a person waits for. What may wait goes through the outbox instead.
import { getSession } from '../../lib/db/session.ts'
import type { EgressRoute } from '../../lib/schema/egress.ts'
import type { Session } from '../../lib/schema/member.ts'
import { type RouteResponse, routes } from '../../lib/schema/routes.ts'
import { callHub, type HubCall } from '../../lib/sync/hub-client.ts'
import { HubFailure } from '../../lib/sync/hub-failure.ts'
import { Refusal } from './refusal.ts'
import type { Worker } from './worker.ts'

export async function activeSession({ database }: Pick<Worker, 'database'>): Promise<Session> {
  const session = await database.use(getSession)
  if (session?.state === 'active') return session
  throw new Refusal('forbidden', session ? 'You are signed out. Join your team again to go on; nothing that was saved is lost.' : 'Join your team first.')
}

const isCommand = (route: EgressRoute) => routes[route].command

/**
 * Throws `HubFailure`. Nothing of this is kept to be sent later, and an answer that was lost leaves open whether it was done: where the hub did
 * not say no, its sentence ends in that.
 */
export async function askHub<N extends EgressRoute>(worker: Worker, route: N, call: HubCall<N>): Promise<RouteResponse<N>> {
  const { hubUrl, token } = await activeSession(worker)
  return callHub({ hubUrl, token, fetch: worker.fetch }, route, call).catch((cause: unknown) => {
    const isOpen = cause instanceof HubFailure && (cause.kind === 'unreachable' || cause.kind === 'later')
    if (isOpen) cause.message += isCommand(route) ? ' This is not kept to be sent later: try again in a moment.' : ' Try again in a moment.'
    throw cause
  })
}
