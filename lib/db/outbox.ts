// Unsent commands: put in with what they are about, taken out with what the hub said. Only a person puts a refused row away.
import { OutboxRow } from '../schema/outbox.ts'
import { checked, whole } from './checked.ts'
import { imageSubject } from './due.ts'
import { settleRow, takeOrder } from './order.ts'
import type { Db, Tx } from './schema.ts'
import { readSession } from './session.ts'
import { write } from './transact.ts'

/** One call of one route, to be made until the hub answers for good. `id` is the idempotency key. */
export interface NewCommand {
  id: string
  route: Exclude<OutboxRow['route'], 'escalate'>
  params: Record<string, string>
  body: unknown
  now: number
}

/** Saves the command under the last member of this device. The same id a second time changes nothing. */
export function enqueue(db: Db, command: NewCommand): Promise<OutboxRow> {
  return write(db, ['outbox', 'meta'], (tx) => storeCommand(tx, command))
}

/** `enqueue` inside a transaction on `outbox` and `meta`. */
export function storeCommand(tx: Tx, { now, ...command }: NewCommand): Promise<OutboxRow> {
  return storeRow(tx, { ...command, createdAt: now, sendAfter: now })
}

/** Needs `outbox` and `meta` in the transaction. */
export async function storeRow(tx: Tx, row: Pick<OutboxRow, 'id' | 'route' | 'params' | 'body' | 'createdAt' | 'sendAfter'>): Promise<OutboxRow> {
  const known = await tx.objectStore('outbox').get(row.id)
  if (known) return known
  const session = await readSession(tx)
  const order = await takeOrder(tx)
  const whole: OutboxRow = { ...row, order, memberId: session?.member.id ?? null, attempts: 0, nextAttemptAt: 0, state: 'waiting', problem: null }
  await tx.objectStore('outbox').add(whole)
  return whole
}

/** Oldest first. Rows of a wrong shape are left out here and kept in `brokenRows`. */
export async function listOutbox(db: Db): Promise<OutboxRow[]> {
  return whole(OutboxRow, await db.getAllFromIndex('outbox', 'order'))
}

/** Gives the member's refused and waiting rows another try at once. Another member's rows are not touched: what was refused there, that member sees to. */
export function retryAll(db: Db): Promise<void> {
  return write(db, ['outbox', 'escalations', 'handovers', 'meta'], async (tx) => {
    await tx.objectStore('meta').delete('pause')
    for (const row of await ownRows(tx)) {
      await tx.objectStore('outbox').put({ ...row, state: 'waiting', problem: null, nextAttemptAt: 0 })
      const own = row.route === 'escalate' ? await tx.objectStore('escalations').get(row.id) : undefined
      if (own?.local === 'refused') await tx.objectStore('escalations').put({ ...own, local: 'queued', problem: null })
      const handed = row.route === 'handOver' ? await tx.objectStore('handovers').get(row.id) : undefined
      if (handed?.local === 'refused') await tx.objectStore('handovers').put({ ...handed, local: 'queued', problem: null })
    }
  })
}

/** The member has seen to what the hub refused: the rows go, the escalations stay in the list of own ones. Another member's rows are not touched. */
export function putAwayRefused(db: Db): Promise<void> {
  return write(db, ['outbox', 'flags', 'meta'], async (tx) => {
    for (const row of await ownRows(tx)) {
      if (row.state !== 'refused') continue
      await settleRow(tx, row)
      // Nothing names its pictures any more.
      const named = row.route === 'run' ? (row.body as { id?: unknown } | null)?.id : row.id
      for (const picture of (await ownRows(tx)).filter((other) => other.id !== row.id && imageSubject(other) === named)) {
        await settleRow(tx, picture)
      }
      // Without its row a flag would pass for one that has arrived.
      if (row.route === 'flag') await tx.objectStore('flags').delete(row.id)
    }
  })
}

/** Of the member of this device, or of nobody yet. */
async function ownRows(tx: Tx): Promise<OutboxRow[]> {
  const memberId = (await readSession(tx))?.member.id ?? null
  return whole(OutboxRow, await tx.objectStore('outbox').getAll()).filter((row) => row.memberId === null || row.memberId === memberId)
}

export async function readRow(tx: Tx, id: string): Promise<OutboxRow | null> {
  return checked(OutboxRow, await tx.objectStore('outbox').get(id))
}
