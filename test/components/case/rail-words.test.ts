import { expect, test } from 'vitest'
import { restOf } from '../../../components/case/rail-words.ts'

const now = new Date(2026, 4, 4, 13, 5).getTime()

test.each([
  [0, null],
  [now, null],
  [now + 3_600_000, { kind: 'snoozed', words: 'Snoozed until 14:05' }],
  [8.64e15, { kind: 'off', words: 'Off here' }],
])('a rail that rests until %d is %j', (snoozedUntil, rest) => {
  expect(restOf({ snoozedUntil }, now, 'en-GB')).toEqual(rest)
})
