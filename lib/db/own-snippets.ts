// Snippets that members keep for themselves on this device, apart by member: nobody meets another's.
import { mostOwnSnippets, OwnSnippet } from '../schema/own-snippet.ts'
import { whole } from './checked.ts'
import type { Db } from './schema.ts'
import { write } from './transact.ts'

/** `owner` is the member of this device, null while nobody ever joined. By title. */
export async function listOwnSnippets(db: Db, owner: string | null): Promise<OwnSnippet[]> {
  const own = whole(OwnSnippet, await db.getAll('ownSnippets')).filter(({ memberId }) => memberId === owner)
  return own.sort((a, b) => a.title.localeCompare(b.title))
}

/** A known id is changed, a new one is added. Null where there is no room, or where the id is another member's. */
export function saveOwnSnippet(db: Db, snippet: OwnSnippet): Promise<OwnSnippet | null> {
  return write(db, ['ownSnippets'], async (tx) => {
    const store = tx.objectStore('ownSnippets')
    const all = await store.getAll()
    const before = all.find(({ id }) => id === snippet.id)
    if (before ? before.memberId !== snippet.memberId : all.filter(({ memberId }) => memberId === snippet.memberId).length >= mostOwnSnippets) return null
    const saved = { ...snippet, createdAt: before?.createdAt ?? snippet.createdAt }
    await store.put(saved)
    return saved
  })
}

export function removeOwnSnippet(db: Db, owner: string | null, id: string): Promise<void> {
  return write(db, ['ownSnippets'], async (tx) => {
    const store = tx.objectStore('ownSnippets')
    if ((await store.get(id))?.memberId === owner) await store.delete(id)
  })
}
