// Which changes of a record are worth a notification, and to whom.
import type { Escalation } from '../schema/escalation.ts'
import type { Handover } from '../schema/handover.ts'
import type { Arrival } from './movement.ts'

/** Questions and rulings by others that `before` did not have yet. */
export function newsForAuthor(before: Escalation | null, record: Escalation, memberId: string): Arrival[] {
  const fresh = record.thread.slice(before?.thread.length ?? 0).filter((entry) => entry.by.id !== memberId)
  const kinds = new Set(fresh.map((entry) => entry.kind))
  return (['question', 'ruling'] as const).filter((kind) => kinds.has(kind)).map((kind) => ({ kind, escalation: record }))
}

/** An open escalation by somebody else that was not here before. */
export function newsForLead(before: Escalation | null, record: Escalation, memberId: string): Arrival[] {
  const isOpen = record.status !== 'ruled' && record.status !== 'withdrawn'
  return !before && isOpen && record.by.id !== memberId ? [{ kind: 'escalation', escalation: record }] : []
}

/** A case that waits for this member, or what became of one that this member handed over. `isFresh`: it was not known here as it is now. */
export function newsOfHandover(handover: Handover, memberId: string, isFresh: boolean): Arrival[] {
  const { from, to, status } = handover
  if (!isFresh) return []
  if (status === 'open') return to.id === memberId ? [{ kind: 'handover', handover }] : []
  return from.id === memberId && status !== 'recalled' ? [{ kind: 'settled', handover }] : []
}
