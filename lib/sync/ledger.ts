// Collects, while a transaction runs, what it moves. Read only after the transaction is complete.
import { storeRecord } from '../db/escalations.ts'
import { storeHandover } from '../db/handovers.ts'
import { storeReceived } from '../db/inbox.ts'
import type { Tx } from '../db/schema.ts'
import type { Escalation } from '../schema/escalation.ts'
import type { Handover } from '../schema/handover.ts'
import type { Member } from '../schema/member.ts'
import type { Arrival, Moved, Movement } from './movement.ts'
import { newsForAuthor, newsForLead, newsOfHandover } from './news.ts'

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

/** Needs `handovers`, `runs` and `cases`: what comes back untaken opens its runs again. */
export async function fileHandover(tx: Tx, record: Handover, member: Member, ledger: Ledger): Promise<void> {
  const { moved } = await storeHandover(tx, record, member.id)
  if (moved) for (const collection of ['cases', 'runs'] as const) ledger.moved.add(collection)
  ledger.arrivals.push(...newsOfHandover(record, member.id, moved))
}
