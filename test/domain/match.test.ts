import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchPlaybooks } from '../../lib/domain/match.ts'
import { indexWords, termOccurs, wordsOf } from '../../lib/domain/words.ts'
import { playbook } from './fixtures.ts'

const facts = {
  url: 'https://desk.example/tickets/7',
  fields: [{ name: 'case.category', label: 'Category', value: ' Counterfeit ' }],
  text: 'The bag has no serial number; the number seems missing. It is not authentic, she says: a REPLICA.',
}

describe('a trigger', () => {
  test.each([
    [{ kind: 'field', field: 'case.category', is: ['counterfeit'] }, 'Category is  Counterfeit '],
    [{ kind: 'url', pattern: '*/tickets/*' }, 'the address matches */tickets/*'],
    [{ kind: 'keywords', terms: ['replica', 'not authentic', 'knock-off'] }, 'the page says “replica” and “not authentic”'],
    [{ kind: 'keywords', terms: ['near:6 serial missing'] }, 'the page says “serial” near “missing”'],
  ] as const)('%j matches and says why', (trigger, reason) => {
    const [match] = matchPlaybooks([playbook([], [structuredClone(trigger) as never])], facts)
    expect(match?.reasons).toEqual([reason])
  })

  test.each([
    { kind: 'field', field: 'case.category', is: ['fraud'] },
    { kind: 'field', field: 'case.status', is: ['counterfeit'] },
    { kind: 'url', pattern: '*/orders/*' },
    { kind: 'keywords', terms: ['authentic not', 'fake', 'rep', 'near:1 serial missing', ''] },
  ] as const)('%j does not match', (trigger) => {
    expect(matchPlaybooks([playbook([], [structuredClone(trigger) as never])], facts)).toEqual([])
  })
})

describe('matches', () => {
  test('come best first, a case field before any number of words', () => {
    const words = playbook([], [{ kind: 'keywords', terms: wordsOf(facts.text) }], 'words')
    const field = playbook([], [{ kind: 'field', field: 'case.category', is: ['counterfeit'] }], 'field')
    expect(matchPlaybooks([words, field], facts).map(({ playbookId }) => playbookId)).toEqual(['field', 'words'])
  })
  test('do not depend on the order of the library', () => {
    const library = ['a', 'b', 'c'].map((id) => playbook([], [{ kind: 'url', pattern: '*' }], id))
    fc.assert(
      fc.property(fc.shuffledSubarray(library, { minLength: 3 }), (shuffled) => {
        expect(matchPlaybooks(shuffled, facts).map(({ playbookId }) => playbookId)).toEqual(['a', 'b', 'c'])
      }),
    )
  })
})

describe('terms', () => {
  const token = fc.constantFrom('a', 'b', 'c', 'd')
  test('a phrase occurs exactly where its words stand in a row', () => {
    fc.assert(
      fc.property(fc.array(token), fc.array(token, { minLength: 1, maxLength: 3 }), (text, phrase) => {
        const expected = ` ${text.join(' ')} `.includes(` ${phrase.join(' ')} `)
        expect(termOccurs(phrase.join(' '), indexWords(text.join(' ')))).toBe(expected)
      }),
    )
  })
  test('near means all words within the distance, in any order', () => {
    fc.assert(
      fc.property(fc.array(token), fc.nat(5), (text, distance) => {
        const places = (wanted: string) => text.flatMap((word, at) => (word === wanted ? [at] : []))
        const expected = places('a').some((a) => places('b').some((b) => Math.abs(a - b) <= distance))
        expect(termOccurs(`near:${distance} a b`, indexWords(text.join(' ')))).toBe(expected)
      }),
    )
  })
})
