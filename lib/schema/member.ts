// Who works together, and what this device knows of its own membership.
import { Instant, name, Uuid } from './ids.ts'
import { z } from './z.ts'

export const Role = z.enum(['agent', 'lead', 'admin'])
export type Role = z.infer<typeof Role>

export const MemberRef = z.object({ id: Uuid, name: name(80) })
export type MemberRef = z.infer<typeof MemberRef>

export const Member = z.object({ id: Uuid, name: name(80), role: Role, joinedAt: Instant })
export type Member = z.infer<typeof Member>

export const Device = z.object({
  id: Uuid,
  member: MemberRef,
  label: name(120),
  createdAt: Instant,
  lastSeenAt: z.nullable(Instant),
  revokedAt: z.nullable(Instant),
})
export type Device = z.infer<typeof Device>

export const Team = z.object({ id: Uuid, name: name(120) })
export type Team = z.infer<typeof Team>

/** `member`: who comes back with it, on a new device; null for a person who is new to the team. */
export const Invite = z.object({ code: name(40), role: Role, url: z.string(), expiresAt: Instant, member: z.nullable(MemberRef) })
export type Invite = z.infer<typeof Invite>

/** Kept in IndexedDB by the worker; the token never leaves the worker but to the hub. */
export const Session = z.object({
  hubUrl: z.string(),
  token: name(200),
  deviceId: Uuid,
  member: Member,
  team: Team,
  joinedAt: Instant,
  /** `revoked`: the hub refused the token. `left`: the member signed out; what is unsent waits for the same member. */
  state: z.enum(['active', 'revoked', 'left']),
})
export type Session = z.infer<typeof Session>
