// Text typed and not sent, kept over a crash and apart by member: nobody meets what another member had half typed on the same device.
// Empty text forgets the draft.
import type { AnyTx, Db, Draft, Tx } from './schema.ts'
import { read, write } from './transact.ts'

const nobody = 'nobody'
/** Where an owner's text lies, then where it may have been typed: before anybody joined, or before drafts had an owner. */
const placesOf = (owner: string | null, key: string) => [...new Set([`${owner ?? nobody}:${key}`, `${nobody}:${key}`, key])]

/** `owner` is the member of this device, null while nobody ever joined. */
export function getDraft(db: Db, owner: string | null, key: string): Promise<Draft | null> {
  return read(db, ['drafts'], (tx) => findDraft(tx, owner, key))
}

async function findDraft(tx: AnyTx, owner: string | null, key: string): Promise<Draft | null> {
  for (const place of placesOf(owner, key)) {
    const draft = await tx.objectStore('drafts').get(place)
    if (draft) return { ...draft, key }
  }
  return null
}

/** Takes the place of every older text that `getDraft` would find, so that what was sent cannot come back. */
export function saveDraft(db: Db, owner: string | null, draft: Draft): Promise<void> {
  return write(db, ['drafts'], (tx) => storeDraft(tx, owner, draft), 'relaxed')
}

async function storeDraft(tx: Tx, owner: string | null, { key, text, savedAt }: Draft): Promise<void> {
  const [own, ...older] = placesOf(owner, key)
  for (const place of older) await tx.objectStore('drafts').delete(place)
  if (text === '') await tx.objectStore('drafts').delete(own!)
  else await tx.objectStore('drafts').put({ key: own!, text, savedAt })
}

export interface DraftChange {
  key: string
  /** Gets the empty text where there is no draft; awaits nothing. */
  change: (text: string) => string
  now: number
}

/** Reads and writes in one transaction, so that nothing typed meanwhile is overwritten. Answers whether anything changed. */
export function changeDraft(db: Db, owner: string | null, { key, change, now }: DraftChange): Promise<boolean> {
  return write(db, ['drafts'], async (tx) => {
    const before = (await findDraft(tx, owner, key))?.text ?? ''
    const text = change(before)
    if (text === before) return false
    await storeDraft(tx, owner, { key, text, savedAt: now })
    return true
  })
}

/** What has no owner yet becomes this member's, unless the member has typed there since. Needs `drafts` in the transaction. */
export async function adoptDrafts(tx: Tx, owner: string): Promise<void> {
  for (const draft of await tx.objectStore('drafts').getAll()) if (!hasOwner(draft.key)) await adopt(tx, owner, draft)
}

async function adopt(tx: Tx, owner: string, { key: place, ...draft }: Draft): Promise<void> {
  const store = tx.objectStore('drafts')
  const key = `${owner}:${place.startsWith(`${nobody}:`) ? place.slice(nobody.length + 1) : place}`
  if ((await store.getKey(key)) === undefined) await store.put({ ...draft, key })
  await store.delete(place)
}

function hasOwner(place: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:/.test(place)
}
