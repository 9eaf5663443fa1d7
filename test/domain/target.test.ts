import { describe, expect, test } from 'vitest'
import { matchPlaybooks } from '../../lib/domain/match.ts'
import { targetOf } from '../../lib/domain/target.ts'
import type { Match } from '../../lib/schema/case.ts'
import { playbook } from './fixtures.ts'

const match = (change: Partial<Match> = {}): Match => ({
  playbookId: 'counterfeit-listing',
  version: 1,
  title: 'Counterfeit listing',
  severity: 'S2',
  queue: 'brand-protection',
  isByField: true,
  score: 10,
  reasons: ['Category is Counterfeit'],
  ...change,
})

describe('the target of an escalation', () => {
  test('is what the open run says, whatever else matches', () => {
    expect(targetOf({ queue: 'payments', severity: 'S1' }, [match()])).toEqual({ queue: 'payments', severity: 'S1', from: null })
    expect(targetOf({ queue: null, severity: null }, [match()])).toEqual({ queue: 'leads', severity: 'S3', from: null })
  })
  test('comes from the best match when a case field matched it, and says so', () => {
    const other = match({ title: 'Chargeback', queue: 'payments' })
    expect(targetOf(null, [match(), other])).toEqual({ queue: 'brand-protection', severity: 'S2', from: 'Counterfeit listing' })
    expect(targetOf(null, [match({ queue: null })])).toEqual({ queue: 'leads', severity: 'S2', from: 'Counterfeit listing' })
  })
  test('is not guessed from words, from a weaker match, or from a playbook that says neither', () => {
    const nobody = { queue: 'leads', severity: 'S3', from: null }
    expect(targetOf(null, [])).toEqual(nobody)
    expect(targetOf(null, [match({ isByField: false, score: 20 })])).toEqual(nobody)
    expect(targetOf(null, [match({ isByField: false, score: 20 }), match()])).toEqual(nobody)
    expect(targetOf(null, [match({ queue: null, severity: null })])).toEqual(nobody)
  })
  test('knows a field that matched from words that only add up to as much', () => {
    const facts = { url: 'https://desk.example/tickets/7', fields: [{ name: 'case.category', label: 'Category', value: 'Counterfeit' }], text: 'a b c d e f' }
    const words = [
      { kind: 'keywords' as const, terms: ['a', 'b', 'c', 'd'] },
      { kind: 'url' as const, pattern: '*/tickets/*' },
    ]
    const field = [{ kind: 'field' as const, field: 'case.category', is: ['counterfeit'] }]
    const best = (triggers: Parameters<typeof playbook>[1]) => matchPlaybooks([playbook([], triggers)], facts)[0]
    expect(best(words)).toMatchObject({ score: 10, isByField: false })
    expect(best(field)).toMatchObject({ score: 10, isByField: true })
  })
})
