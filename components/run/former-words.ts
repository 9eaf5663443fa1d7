// An answer from an earlier version in words: what was said then, and that it was then.
import type { FormerAnswer } from '../../lib/schema/run.ts'
import { proofTally } from '../proof/proof-words.ts'

const states = { done: 'done', 'not-applicable': 'not applicable', skipped: 'skipped', open: 'begun' } as const

/** "In version 1: Yes, and it checks out". */
export function formerWords({ version, answer, record }: FormerAnswer): string {
  const said = [record.state === 'done' && answer ? answer : states[record.state], record.reason, record.evidence, proofTally(record)]
    .filter(Boolean)
    .join(', ')
  return `In version ${version}: ${said}`
}
