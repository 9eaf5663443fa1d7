// Joins a team and leaves it. The token goes to no other place than the hub that gave it.
import { endSession, getSession, saveSession } from '../db/session.ts'
import type { Session } from '../schema/member.ts'
import type { SyncContext } from './context.ts'
import { callHub } from './hub-client.ts'
import { HubFailure } from './hub-failure.ts'
import { normalizeInvite } from './invite.ts'
import { takeSnapshot } from './snapshot.ts'

/** Throws `JoinFault` or `HubFailure`. The session is kept even when the first snapshot does not arrive: the next pull takes it. */
export async function joinTeam(context: SyncContext, request: { hubUrl: string; invite: string; name: string; device: string }): Promise<Session> {
  const { database, now, onMoved, fetch } = context
  const { hubUrl, code } = normalizeInvite(request.hubUrl, request.invite)
  const answer = await callHub({ hubUrl, token: null, fetch }, 'join', {
    params: {},
    request: { invite: code, name: request.name.trim(), device: request.device },
  })
  const session: Session = { hubUrl, ...answer, joinedAt: now(), state: 'active' }
  await database.use((db) => saveSession(db, session))
  onMoved({ moved: ['session', 'status', 'escalations', 'runs'], arrivals: [] })
  await takeSnapshot(context).catch(ignoreHubFailure)
  return session
}

/** Signs out on this device at once and tells the hub if it can; what is unsent stays and waits for the same member. */
export async function leaveTeam(context: SyncContext): Promise<void> {
  const session = await context.database.use(getSession)
  if (!session || !(await context.database.use((db) => endSession(db, session.token, 'left')))) return
  context.onMoved({ moved: ['session', 'status'], arrivals: [] })
  await callHub({ ...session, fetch: context.fetch }, 'leave', { params: {}, request: {} }).catch(ignoreHubFailure)
}

function ignoreHubFailure(failure: unknown): void {
  if (!(failure instanceof HubFailure)) throw failure
}
