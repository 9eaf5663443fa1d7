import { describe, expect, test } from 'vitest'
import { demandOn, marksAfter } from '../../lib/domain/rollout.ts'
import type { Rollout } from '../../lib/schema/rollout.ts'

/** The last of these publishes, the first being version 1. */
const published = (...marks: Rollout[]) =>
  marks.reduce((before, rollout) => ({ version: before.version + 1, marks: marksAfter(before.marks, before.version + 1, rollout) }), {
    version: 0,
    marks: marksAfter(undefined, 0, 'next-case'),
  })

describe('what the newest version asks of an open run', () => {
  const cases: [Rollout[], number, Rollout | null][] = [
    [['next-case'], 1, null],
    [['next-case', 'next-case'], 1, 'next-case'],
    [['next-case', 'apply-now'], 1, 'apply-now'],
    [['next-case', 'critical-stop'], 1, 'critical-stop'],
    [['next-case', 'apply-now', 'next-case'], 1, 'apply-now'],
    [['next-case', 'apply-now', 'next-case'], 2, 'next-case'],
    [['next-case', 'critical-stop', 'apply-now'], 1, 'critical-stop'],
    [['next-case', 'critical-stop', 'apply-now'], 2, 'apply-now'],
    [['critical-stop', 'next-case'], 1, 'next-case'],
  ]
  test.each(cases)('%j on version %i: %s', (marks, version, wanted) => expect(demandOn(version, published(...marks))).toBe(wanted))
  test('a version from before there were marks asks nothing', () => expect(demandOn(1, { version: 2 })).toBe('next-case'))
  test('an older version asks nothing at all', () => expect(demandOn(3, published('apply-now', 'critical-stop'))).toBeNull())
})
