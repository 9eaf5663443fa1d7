// What a lead said last that its author has to read: the ruling, or a question that still waits for the answer.
import type { OwnEscalation, ThreadEntry } from '../../lib/schema/escalation.ts'

export function leadWord({ local, record }: Pick<OwnEscalation, 'local' | 'record'>): ThreadEntry | null {
  if (!record || local === 'undone') return null
  if (record.status !== 'asked' && record.status !== 'ruled') return null
  const kind = record.status === 'asked' ? 'question' : 'ruling'
  return record.thread.findLast((entry) => entry.kind === kind) ?? null
}
