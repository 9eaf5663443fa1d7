// Collects, while a transaction runs, what it moves. Read only after the transaction is complete.
import { storeRecord } from '../db/escalations.ts'
import { storeReceived } from '../db/inbox.ts'
import type { Tx } from '../db/schema.ts'
import type { Escalation } from '../schema/escalation.ts'
import type { Member } from '../schema/member.ts'
import type { Arrival, Moved, Movement } from './movement.ts'
import { newsForAuthor, newsForLead } from './news.ts'

export class Ledger {
  readonly moved = new Set<Moved>()
  readonly arrivals: Arrival[] = []
  /** What this member may see has grown: only a snapshot has it all. */
  needsSnapshot = false

  movement(): Movement {
    return { moved: [...this.moved], arrivals: this.arrivals }
  }
}

/** Files an escalation where this member reads it: an author's own list, a lead's inbox, or both. Needs both stores. */
export async function fileRecord(tx: Tx, record: Escalation, member: Member, hash: string, ledger: Ledger): Promise<void> {
  if (record.by.id === member.id) {
    const { moved, before } = await storeRecord(tx, record, hash)
    if (moved) ledger.moved.add('escalations')
    if (moved) ledger.arrivals.push(...newsForAuthor(before, record, member.id))
  }
  if (member.role !== 'agent') {
    const { moved, before } = await storeReceived(tx, record)
    if (moved) ledger.moved.add('inbox')
    if (moved) ledger.arrivals.push(...newsForLead(before, record, member.id))
  }
}
