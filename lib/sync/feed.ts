// Applies pages of the hub's log: events and cursor in one transaction, each event once, none skipped.
import { contentHash } from '../db/content-hash.ts'
import { readCursor, storeCursor } from '../db/cursor.ts'
import { notePassedOver } from '../db/passed-over.ts'
import type { Db, StoreName } from '../db/schema.ts'
import { readSession } from '../db/session.ts'
import { write } from '../db/transact.ts'
import type { Escalation } from '../schema/escalation.ts'
import type { FeedPage } from '../schema/feed.ts'
import { applyEvent } from './apply.ts'
import { Ledger } from './ledger.ts'
import type { Movement } from './movement.ts'
import type { ReceivedPage } from './received-page.ts'

/**
 * `hole`: the page starts after what this device has; ask again from `cursor`. `stale`: it was asked for under another session.
 * `needsSnapshot`: applied, but this member may now see more than the feed will repeat.
 */
export type PageResult = ({ kind: 'applied'; cursor: number; needsSnapshot: boolean } & Movement) | { kind: 'hole'; cursor: number | null } | { kind: 'stale' }

export const feedStores: StoreName[] = [
  'playbooks',
  'playbookVersions',
  'runs',
  'snippets',
  'sites',
  'escalations',
  'inbox',
  'summaries',
  'members',
  'meta',
  'cases',
  'handovers',
  'receipts',
  'flags',
  'coaching',
  'meta',
]

export async function applyPage(db: Db, page: FeedPage & Partial<ReceivedPage>, token: string): Promise<PageResult> {
  const hashes = await hashAll(page.events.flatMap((event) => (event.type === 'escalation.changed' ? [event.escalation] : [])))
  return write(db, feedStores, async (tx): Promise<PageResult> => {
    const session = await readSession(tx)
    if (session?.token !== token) return { kind: 'stale' }
    const cursor = await readCursor(tx)
    if (cursor === null || page.from > cursor) return { kind: 'hole', cursor }
    const ledger = new Ledger()
    let reader = session.member
    for (const event of page.events) {
      if (event.seq > cursor && event.seq <= page.upto) reader = await applyEvent(tx, event, reader, hashes, ledger)
    }
    if (page.passedOver?.length && (await notePassedOver(tx, page.passedOver))) ledger.moved.add('status')
    const next = Math.max(cursor, page.upto)
    await storeCursor(tx, next)
    return { kind: 'applied', cursor: next, needsSnapshot: ledger.needsSnapshot, ...ledger.movement() }
  })
}

/** Hashing waits for the platform, so it cannot happen inside a transaction. */
export async function hashAll(records: Escalation[]): Promise<Map<string, string>> {
  return new Map(await Promise.all(records.map(async ({ content }) => [content.id, await contentHash(content)] as const)))
}
