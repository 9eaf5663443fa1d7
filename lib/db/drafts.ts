// Text typed and not sent, kept over a crash. Empty text forgets the draft.
import type { Db, Draft } from './schema.ts'
import { write } from './transact.ts'

export async function getDraft(db: Db, key: string): Promise<Draft | null> {
  return (await db.get('drafts', key)) ?? null
}

export function saveDraft(db: Db, { key, text, savedAt }: Draft): Promise<void> {
  return write(
    db,
    ['drafts'],
    async (tx) => {
      if (text === '') await tx.objectStore('drafts').delete(key)
      else await tx.objectStore('drafts').put({ key, text, savedAt })
    },
    'relaxed',
  )
}
