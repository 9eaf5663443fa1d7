// Joins a team and leaves it. The token goes to no other place than the hub that gave it.
import type { Session } from '../schema/member.ts'
import type { SyncContext } from './context.ts'

/** The address or the invite cannot be used as typed; `message` says what to do. */
export class JoinFault extends Error {
  override name = 'JoinFault'
}

/** `invite` may be a pasted link `https://hub/join#CODE`, which also tells the address. Throws `JoinFault`. */
export function normalizeInvite(_hubUrl: string, _invite: string): { hubUrl: string; code: string } {
  throw new Error('not built yet')
}

/** Throws `JoinFault` or `HubFailure`. */
export async function joinTeam(_context: SyncContext, _request: { hubUrl: string; invite: string; name: string; device: string }): Promise<Session> {
  throw new Error('not built yet')
}

/** Signs out on this device at once and tells the hub if it can; what is unsent stays and waits for the same member. */
export async function leaveTeam(_context: SyncContext): Promise<void> {
  throw new Error('not built yet')
}
