// Who this device is signed in as. The last member stays known after signing out: what is unsent waits for that member.
import { Session } from '../schema/member.ts'
import { adoptWork } from './cases.ts'
import { checked } from './checked.ts'
import { adoptDrafts } from './drafts.ts'
import { forgetSent } from './handovers.ts'
import { dropReceivedFlags } from './received-flags.ts'
import type { AnyTx, Db, StoreName, Tx } from './schema.ts'
import { read, write } from './transact.ts'

export function getSession(db: Db): Promise<Session | null> {
  return read(db, ['meta'], readSession)
}

/** Signed out, the last member still is the one at this device; null while nobody ever joined. */
export const ownerOf = async (db: Db): Promise<string | null> => (await getSession(db))?.member.id ?? null

/** Needs `meta` in the transaction. */
export async function readSession(tx: AnyTx): Promise<Session | null> {
  return checked(Session, await tx.objectStore('meta').get('session'))
}

export const joinStores: StoreName[] = [
  'meta',
  'outbox',
  'escalations',
  'runs',
  'inbox',
  'summaries',
  'cases',
  'handovers',
  'ownSnippets',
  'receipts',
  'flags',
  'coaching',
  'images',
  'drafts',
]

/** Joins: adopts what was made before anybody joined, and forgets what only another member might see. Unsent items always stay. */
export function saveSession(db: Db, session: Session): Promise<void> {
  return write(db, joinStores, (tx) => storeSession(tx, session))
}

/** `saveSession` inside a transaction on `joinStores`. */
export async function storeSession(tx: Tx, session: Session): Promise<void> {
  const before = await readSession(tx)
  const isSameReader = before?.member.id === session.member.id && before.team.id === session.team.id && before.hubUrl === session.hubUrl
  // What was counted of one team's sites says nothing of another's.
  if (before?.team.id !== session.team.id || before.hubUrl !== session.hubUrl) await tx.objectStore('meta').delete('siteHealth')
  if (!isSameReader) {
    await tx.objectStore('inbox').clear()
    await tx.objectStore('summaries').clear()
    await tx.objectStore('meta').delete('cursor')
    await tx.objectStore('meta').delete('passedOver')
    await tx.objectStore('receipts').clear()
    await tx.objectStore('coaching').clear()
    await dropReceivedFlags(tx, () => false)
    await forgetSent(tx)
  }
  await tx.objectStore('meta').delete('pause')
  await tx.objectStore('meta').put(session, 'session')
  await adoptOrphans(tx, session.member.id)
  // What was typed before anybody joined is the first member's, however many follow.
  await adoptDrafts(tx, before?.member.id ?? session.member.id)
}

/** Only while the same token is still the one in use, so that an answer to an old request cannot end a new session. */
export function endSession(db: Db, token: string, state: 'revoked' | 'left'): Promise<boolean> {
  return write(db, ['meta'], async (tx) => {
    const session = await readSession(tx)
    // A late 401 must not turn a sign-out into a revocation.
    if (session?.token !== token || session.state !== 'active') return false
    await tx.objectStore('meta').put({ ...session, state }, 'session')
    return true
  })
}

async function adoptOrphans(tx: Tx, memberId: string): Promise<void> {
  for (const name of ['outbox', 'escalations', 'runs', 'ownSnippets', 'flags', 'images'] as const) {
    const store = tx.objectStore(name)
    for (const record of await store.getAll()) {
      if (record.memberId === null) await store.put({ ...record, memberId } as never)
    }
  }
  await adoptWork(tx, memberId)
}
