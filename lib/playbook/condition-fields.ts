// Which case fields and saved inputs a condition asks for.
import type { Condition } from '../schema/condition.ts'

/** Each name once. */
export function fieldsOf(condition: Condition | null): string[] {
  if (condition === null) return []
  if (condition.op === 'compare' || condition.op === 'known') return [condition.field]
  if (condition.op === 'not') return fieldsOf(condition.of)
  return [...new Set(condition.of.flatMap(fieldsOf))]
}
