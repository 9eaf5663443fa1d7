// Coaching notes: to the member of this device, and for leads those to everybody. A reply waits in the outbox like all that an agent says.
import { CoachingNote, type ReceivedNote } from '../schema/coaching.ts'
import { OutboxRow } from '../schema/outbox.ts'
import { routes } from '../schema/routes.ts'
import { whole } from './checked.ts'
import type { Db, Tx } from './schema.ts'
import { read, write } from './transact.ts'

/** To this member, newest first, with what was replied and has not arrived yet. */
export function listNotesTo(db: Db, memberId: string | null): Promise<ReceivedNote[]> {
  return read(db, ['coaching', 'outbox'], async (tx) => {
    const rows = whole(OutboxRow, await tx.objectStore('outbox').index('order').getAll())
    const notes = whole(CoachingNote, await tx.objectStore('coaching').getAll()).filter(({ content }) => content.to.id === memberId)
    return notes.sort((a, b) => b.content.at - a.content.at).map((note) => ({ note, waiting: replyOf(rows, note) }))
  })
}

function replyOf(rows: OutboxRow[], { content, replies }: CoachingNote): ReceivedNote['waiting'] {
  const row = rows.findLast(({ route, params, state }) => route === 'heed' && params.noteId === content.id && state === 'waiting')
  const said = row && routes.heed.request.safeParse(row.body).data
  if (!row || !said || replies.some(({ id }) => id === row.id)) return null
  return { id: row.id, at: row.createdAt, text: said.text }
}

/** All that are here, for a lead's desk, newest first. */
export async function listNotes(db: Db): Promise<CoachingNote[]> {
  return whole(CoachingNote, await db.getAll('coaching')).sort((a, b) => b.content.at - a.content.at)
}

/** After writing one: the hub's answer. */
export function putNote(db: Db, note: CoachingNote): Promise<void> {
  return write(db, ['coaching'], async (tx) => void (await storeNote(tx, note)))
}

/** Needs `coaching` in the transaction. Answers whether it moved. */
export async function storeNote(tx: Tx, note: CoachingNote): Promise<boolean> {
  const before = await tx.objectStore('coaching').get(note.content.id)
  if (before && before.revision >= note.revision) return false
  await tx.objectStore('coaching').put({ ...note, id: note.content.id })
  return true
}

export async function dropNotes(tx: Tx, keep: (note: CoachingNote) => boolean): Promise<void> {
  for (const { id, ...note } of await tx.objectStore('coaching').getAll()) if (!keep(note)) await tx.objectStore('coaching').delete(id)
}
