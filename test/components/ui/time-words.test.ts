import { expect, it } from 'vitest'
import { agoInWords } from '../../../components/ui/time-words.ts'

const now = Date.UTC(2026, 2, 20, 12)
const minute = 60_000

it.each([
  [now, 'just now'],
  [now - minute, '1 minute ago'],
  [now - 12 * minute, '12 minutes ago'],
  [now - 60 * minute, '1 hour ago'],
  [now - 49 * 60 * minute, '2 days ago'],
  [now - 16 * 24 * 60 * minute, 'on 4 March'],
  [now + minute, 'just now'],
])('%d is said as %s', (at, words) => {
  expect(agoInWords(at, now, 'en-GB')).toBe(words)
})
