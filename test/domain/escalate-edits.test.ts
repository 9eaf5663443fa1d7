import { describe, expect, test } from 'vitest'
import { giveBack, readEdits, writeEdits } from '../../lib/domain/escalate-edits.ts'

describe('what was typed for an escalation', () => {
  test.each([{ note: 'Third report' }, { note: '', severity: 'S1' as const }, { note: 'a', severity: 'S2' as const, queue: 'brand-protection' }])(
    'comes back whole: %j',
    (edits) => expect(readEdits(writeEdits(edits))).toEqual(edits),
  )
  test('is nothing when nothing differs', () => expect(writeEdits({ note: '' })).toBe(''))
  test('leaves out a queue that is half typed', () => expect(readEdits(writeEdits({ note: 'a', queue: 'Brand Pro' }))).toEqual({ note: 'a' }))
  test('reads a text that is not ours as the note', () => expect(readEdits('{"note": 7')).toEqual({ note: '{"note": 7' }))
})

describe('what an undone escalation said', () => {
  const undone = { note: 'Third report', severity: 'S3' as const, queue: 'leads' }
  test('comes back whole where nothing was typed', () => expect(giveBack({}, undone)).toEqual(undone))
  test('leaves a severity and a queue that were chosen since', () => {
    expect(giveBack({ severity: 'S1', queue: 'brand-protection' }, undone)).toEqual({ note: 'Third report', severity: 'S1', queue: 'brand-protection' })
  })
  test('takes no word away, its own or one that was typed since', () => {
    expect(giveBack({ note: 'And a second seller' }, undone).note).toBe('Third report\n\nAnd a second seller')
    expect(giveBack({ note: 'Typed' }, { note: '' }).note).toBe('Typed')
  })
  test('is not said twice', () => expect(giveBack({ note: 'Third report, and more' }, undone).note).toBe('Third report, and more'))
})
