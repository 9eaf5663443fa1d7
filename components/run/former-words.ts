// An answer from an earlier version, or of a colleague, in words: what was said, when and by whom.
import type { FormerAnswer } from '../../lib/schema/run.ts'
import { proofTally } from '../proof/proof-words.ts'

const states = { done: 'done', 'not-applicable': 'not applicable', skipped: 'skipped', open: 'begun' } as const

/** "In version 1: Yes, and it checks out". */
export function formerWords({ version, answer, record, by }: FormerAnswer): string {
  const said = [record.state === 'done' && answer ? answer : states[record.state], record.reason, record.evidence, proofTally(record)]
    .filter(Boolean)
    .join(', ')
  return by ? `${by.name}, in version ${version}: ${said}` : `In version ${version}: ${said}`
}
