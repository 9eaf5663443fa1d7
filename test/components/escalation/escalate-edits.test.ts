import { describe, expect, test } from 'vitest'
import { readEdits, writeEdits } from '../../../components/escalation/escalate-edits.ts'

describe('what was typed for an escalation', () => {
  test.each([{ note: 'Third report' }, { note: '', severity: 'S1' as const }, { note: 'a', severity: 'S2' as const, queue: 'brand-protection' }])(
    'comes back whole: %j',
    (edits) => expect(readEdits(writeEdits(edits))).toEqual(edits),
  )
  test('is nothing when nothing differs', () => expect(writeEdits({ note: '' })).toBe(''))
  test('leaves out a queue that is half typed', () => expect(readEdits(writeEdits({ note: 'a', queue: 'Brand Pro' }))).toEqual({ note: 'a' }))
  test('reads a text that is not ours as the note', () => expect(readEdits('{"note": 7')).toEqual({ note: '{"note": 7' }))
})
