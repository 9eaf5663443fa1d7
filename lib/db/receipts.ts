// Which versions this member has met or confirmed, here or on another device. Record and outbox row commit together.
import { Receipt } from '../schema/receipt.ts'
import { whole } from './checked.ts'
import { storeCommand } from './outbox.ts'
import type { Db, Tx } from './schema.ts'
import { readSession } from './session.ts'
import { write } from './transact.ts'

/** Of the member of this device. */
export async function listReceipts(db: Db, memberId: string | null): Promise<Receipt[]> {
  return whole(Receipt, await db.getAll('receipts')).filter((receipt) => receipt.memberId === memberId)
}

export interface NewReceipt {
  id: string
  receipt: Omit<Receipt, 'memberId' | 'at'>
  now: number
}

/** Answers whether it is new. Nobody joined, nobody to credit. */
export function commitReceipt(db: Db, { id, receipt, now }: NewReceipt): Promise<boolean> {
  return write(db, ['receipts', 'outbox', 'meta'], async (tx) => {
    const member = (await readSession(tx))?.member
    if (!member || !(await storeReceipt(tx, { ...receipt, memberId: member.id, at: now }))) return false
    const { playbookId, version, kind, onCase } = receipt
    await storeCommand(tx, { id, route: 'receipt', params: {}, body: { playbookId, version, kind, onCase }, now })
    return true
  })
}

/** Kept once. Needs `receipts` in the transaction. */
export async function storeReceipt(tx: Tx, receipt: Receipt): Promise<boolean> {
  const store = tx.objectStore('receipts')
  const known = await store.get([receipt.playbookId, receipt.version, receipt.kind])
  if (known?.memberId === receipt.memberId) return false
  await store.put(receipt)
  return true
}
