import { expect, it } from 'vitest'
import { progressWords } from '../../../components/run/progress-words.ts'

it('names skips and what does not apply, and counts neither as done', () => {
  expect(progressWords({ done: 5, skipped: 1, notApplicable: 2, open: 0, total: 8 })).toBe('5 of 8 done, 1 skipped, 2 not applicable')
})

it('says nothing of what did not happen', () => {
  expect(progressWords({ done: 0, skipped: 0, notApplicable: 0, open: 3, total: 3 })).toBe('0 of 3 done')
})
