// What the claims about handing a case over begin with: a member, a case with a secret in its note, and what came of it.
import { expect, vi } from 'vitest'
import { listOutbox } from '../../lib/db/outbox.ts'
import { saveSession } from '../../lib/db/session.ts'
import type { Session } from '../../lib/schema/member.ts'
import { mira, sessionOf } from '../db/sample.ts'
import type { Scene } from './scene.ts'

export const card = '4111 1111 1111 1111'
export const create = { tabId: 7, note: `She paid with ${card}`, severity: 'S2', queue: 'leads', runId: null } as const
export const commandId = '0198a3c2-0000-7000-8000-0000000000aa'

export const outboxOf = (scene: Scene) => scene.worker.database.use(listOutbox)
export const join = (scene: Scene, state: Session['state'] = 'active') => scene.worker.database.use((db) => saveSession(db, sessionOf(mira, { state })))
export const caseKeyOf = async (scene: Scene) => (await scene.get('the side panel', 'case.get', { tabId: 7 })).context.key
export const onlyNotice = (scene: Scene) =>
  vi.waitFor(() => [...scene.browser.notices].map(([id, notice]) => ({ id, ...notice })).at(0) ?? expect.fail('no notice yet'))
