import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf } from '../../components/ui/Marked.tsx'
import { atHand, changeHabits, liftOf, sortByHabits } from '../../lib/domain/habits.ts'
import { createSearch, itemsOf } from '../../lib/domain/search.ts'
import type { Match } from '../../lib/schema/case.ts'
import { type HabitChange, Habits, type ItemKey, noHabits } from '../../lib/schema/habits.ts'

const habitsAfter = (...changes: HabitChange[]) => changes.reduce(changeHabits, noHabits)
const pin = (item: ItemKey): HabitChange => ({ kind: 'pin', item })
const open = (item: ItemKey): HabitChange => ({ kind: 'open', item })
const match = (playbookId: string): Match => ({
  playbookId,
  version: 1,
  title: playbookId,
  severity: null,
  score: 1,
  reasons: [],
  queue: null,
  isByField: false,
})

describe('habits', () => {
  test('put what was pinned first and what was opened last behind it, nothing twice', () => {
    expect(atHand(habitsAfter(open('playbook:a'), open('snippet:b'), pin('playbook:c'), pin('snippet:b'), open('playbook:a')))).toEqual([
      'playbook:c',
      'snippet:b',
      'playbook:a',
    ])
  })

  test('what is used often comes a little earlier, less than what is pinned or was opened lately', () => {
    const used = (times: number) => habitsAfter(...Array.from({ length: times }, (): HabitChange => ({ kind: 'use', item: 'snippet:a' })))
    const lift = (habits: Habits) => liftOf('snippet:a', habits)
    expect([lift(noHabits), lift(used(1)), lift(used(3))]).toEqual([1, 1.05, 1.1])
    expect(lift(used(399))).toBe(1.25)
    expect(lift(habitsAfter(open('snippet:a'), pin('snippet:a')))).toBeGreaterThan(lift(used(399)))
  })

  test('many uses are halved, and those that count for nothing leave', () => {
    const use = (item: ItemKey): HabitChange => ({ kind: 'use', item })
    const many = habitsAfter(use('snippet:once'), ...Array.from({ length: 400 }, () => use('snippet:a')))
    expect(many.used).toEqual({ 'snippet:a': 200 })
    expect(Habits.parse(many)).toEqual(many)
  })

  test('forget a pin that was taken off, and keep it among the recent ones', () => {
    expect(atHand(habitsAfter(open('playbook:a'), pin('playbook:a'), { kind: 'unpin', item: 'playbook:a' }))).toEqual(['playbook:a'])
  })

  test('put a suggestion away on one case only, until it is brought back', () => {
    const put = habitsAfter({ kind: 'put-away', caseKey: 'desk:1', playbookId: 'a' })
    const names = (habits: Habits, caseKey: string) => {
      const { shown, away } = sortByHabits([match('a'), match('b')], habits, caseKey)
      return [shown, away].map((matches) => matches.map(({ playbookId }) => playbookId))
    }
    expect(names(put, 'desk:1')).toEqual([['b'], ['a']])
    expect(names(put, 'desk:2')).toEqual([['a', 'b'], []])
    expect(names(changeHabits(put, { kind: 'bring-back', caseKey: 'desk:1', playbookId: 'a' }), 'desk:1')).toEqual([['a', 'b'], []])
  })

  test('never lose or double a match, and put pinned ones first', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const some = fc.subarray(ids, { minLength: 0 })
    fc.assert(
      fc.property(some, some, some, (fitting, pinned, away) => {
        const habits = { pinned: pinned.map((id): ItemKey => `playbook:${id}`), recent: [], away: away.map((playbookId) => ({ caseKey: 'k', playbookId })) }
        const sorted = sortByHabits(fitting.map(match), habits, 'k')
        expect([...sorted.shown, ...sorted.away].map(({ playbookId }) => playbookId).sort()).toEqual([...fitting].sort())
        const isPinned = sorted.shown.map(({ playbookId }) => pinned.includes(playbookId))
        expect(isPinned).toEqual([...isPinned].sort((a, b) => Number(b) - Number(a)))
      }),
    )
  })

  test('stay within bounds and whole, whatever is done', () => {
    const item = fc.nat(60).map((at): ItemKey => `snippet:s-${at}`)
    const change: fc.Arbitrary<HabitChange> = fc.oneof(
      fc.record({ kind: fc.constantFrom('pin' as const, 'unpin' as const, 'open' as const), item }),
      fc.record({
        kind: fc.constantFrom('put-away' as const, 'bring-back' as const),
        caseKey: fc.constantFrom('a', 'b'),
        playbookId: fc.nat(400).map((at) => `p-${at}`),
      }),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
        const habits = habitsAfter(...changes)
        expect(Habits.safeParse(habits).success).toBe(true)
        expect(new Set(habits.pinned).size).toBe(habits.pinned.length)
        expect(habits.recent.length).toBeLessThanOrEqual(12)
      }),
    )
  })
})

describe('search with habits', () => {
  const library = {
    playbooks: ['one', 'two', 'three'].map((id) => ({ id, title: `Refund ${id}`, text: 'refund', version: 1, severity: null, publishedAt: 1 })),
    snippets: [],
  }
  test('lifts what is pinned', () => {
    expect(createSearch(library)('refund', 5, habitsAfter(pin('playbook:three')))[0]?.id).toBe('three')
  })
  test('lifts what is pinned among what was mistyped, too', () => {
    expect(createSearch(library)('refumd', 5, habitsAfter(pin('playbook:three')))[0]?.id).toBe('three')
  })
  test('lists what is at hand and leaves out what the library no longer has', () => {
    expect(itemsOf(library, ['playbook:gone', 'playbook:two']).map(({ id }) => id)).toEqual(['two'])
  })
  test.each([
    ['Refund two', ['refund'], ['', 'Refund', ' two']],
    ['Prefund', ['refund'], ['Prefund']],
    ['a+b (c)', ['a+b', '(c'], ['', 'a+b', ' ', '(c', ')']],
    ['proof and proofs', ['proofs', 'proof'], ['', 'proof', ' and ', 'proofs', '']],
    ['nothing', [], ['nothing']],
  ])('sets off in %j the words %j', (text, words, pieces) => expect(piecesOf(text, words).map((piece) => piece.text)).toEqual(pieces))
})
