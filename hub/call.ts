// What a route's handler gets and gives. Every call runs in one transaction; what it emits is appended last.
import type { Transaction } from 'kysely'
import type { Member, Team } from '../lib/schema/member.ts'
import type { RouteName, RouteParams, RouteRequest, RouteResponse, Routes } from '../lib/schema/routes.ts'
import type { EventBody, Tables } from './database/tables.ts'

export type Tx = Transaction<Tables>
export type Audience = 'team' | 'leads' | `member:${string}`

/** Who calls, as the database says at this request. */
export interface Actor {
  team: Team
  member: Member
  deviceId: string
}

export interface Emission {
  audience: Audience[]
  body: EventBody
}

export interface Call<N extends RouteName> {
  params: RouteParams<N>
  request: RouteRequest<N>
  actor: Routes[N]['access'] extends 'public' ? null : Actor
  tx: Tx
  now: number
  /** The idempotency key of a command, else a fresh id. */
  key: string
  /** Address that people reach this hub by, without a slash at the end. */
  hubUrl: string
  random: (size: number) => Uint8Array
  /** Secret bytes that the same token and key make again, for an answer that must not be stored. Public routes have none: random ones. */
  derived: (size: number) => Uint8Array
  newId(): string
  emit(teamId: string, audience: Audience[], body: EventBody): void
  audit(teamId: string, action: string, target: string): Promise<void>
}

export type Handler<N extends RouteName> = (call: Call<N>) => Promise<RouteResponse<N>>
/** A route without a handler does not compile. */
export type Handlers = { [N in RouteName]: Handler<N> }

export const refOf = ({ id, name }: Member) => ({ id, name })
export const isLead = ({ role }: Member) => role !== 'agent'
export const audiencesOf = (member: Member): Audience[] => [...(isLead(member) ? (['team', 'leads'] as const) : (['team'] as const)), `member:${member.id}`]
