// No lead is there: what an agent is told when nobody has opened an escalation for longer than its severity allows.
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import type { Severity } from '../../lib/schema/playbook.ts'

const minuteMs = 60_000
const patienceMinutes: Record<Severity, number> = { S1: 3, S2: 10, S3: 30, S4: 120 }

export function unopenedWords({ local, record }: Pick<OwnEscalation, 'local' | 'record'>, now: number): string | null {
  if (local !== 'sent' || record?.status !== 'delivered') return null
  if (now - record.receivedAt < patienceMinutes[record.severity] * minuteMs) return null
  return 'Perhaps no lead is online: it stays in the queue. If it cannot wait, call your lead.'
}
