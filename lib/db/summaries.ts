// What colleagues escalated, in short: so that two agents on one case see each other.
import { EscalationSummary } from '../schema/escalation.ts'
import { whole } from './checked.ts'
import type { Db } from './schema.ts'

/** Escalations of this case by others than `memberId`, newest first. */
export async function othersOnCase(db: Db, caseKey: string, memberId: string | null): Promise<EscalationSummary[]> {
  const rows = whole(EscalationSummary, await db.getAllFromIndex('summaries', 'caseKey', caseKey))
  return rows.filter((row) => row.by.id !== memberId).sort((a, b) => b.number - a.number)
}
