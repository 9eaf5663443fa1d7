import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMatcher, matchPlaybooks } from '../../lib/domain/match.ts'
import { createSaid } from '../../lib/domain/said.ts'
import { wordsOf } from '../../lib/domain/words.ts'
import type { Trigger } from '../../lib/schema/playbook.ts'
import { playbook } from './fixtures.ts'
import { naivelyHas } from './naive-terms.ts'

const fuzz = process.env.HANDRAIL_FUZZ
const runs = fuzz ? { numRuns: Number(fuzz) } : { numRuns: 500, seed: 20_261_122 }

const facts = {
  url: 'https://desk.example/tickets/7',
  title: 'Handbag from Tuesday’s stream',
  fields: [
    { name: 'case.category', label: 'Category', value: ' Counterfeit ' },
    { name: 'case.id', label: 'Case', value: 'VIP-1042' },
    { name: 'case.brand', label: 'Brand', value: 'Levi\u2019s' },
    { name: 'order.value', label: 'Order value', value: '$1,250.00' },
  ],
  text: 'The bag has no serial number; the number seems missing. It is not authentic, she says: a REPLICA.',
}

describe('a trigger', () => {
  test.each([
    [{ kind: 'field', field: 'case.category', is: ['counterfeit'] }, 'Category is  Counterfeit '],
    [{ kind: 'url', pattern: '*/tickets/*' }, 'the address matches */tickets/*'],
    [{ kind: 'keywords', terms: ['replica', 'not authentic', 'knock-off'] }, 'the page says “replica” and “not authentic”'],
    [{ kind: 'keywords', terms: ['near:6 serial missing'] }, 'the page says “serial” near “missing”'],
    [{ kind: 'field', field: 'case.brand', is: ["levi's"] }, 'Brand is Levi\u2019s'],
    [{ kind: 'field-contains', field: 'case.category', contains: ['parcel', 'COUNTER  '] }, 'Category contains “COUNTER  ”'],
    [{ kind: 'field-matches', field: 'case.id', matches: '^VIP-\\d+$' }, 'Case matches ^VIP-\\d+$'],
    [{ kind: 'field-range', field: 'order.value', from: 1250, to: null }, 'Order value is $1,250.00, at least 1250'],
    [{ kind: 'field-range', field: 'order.value', from: null, to: 2000 }, 'Order value is $1,250.00, at most 2000'],
    [{ kind: 'field-range', field: 'order.value', from: 1000, to: 1250 }, 'Order value is $1,250.00, from 1000 to 1250'],
    [{ kind: 'keywords', terms: ["tuesday's stream", 'replica'] }, "the page says “replica” and the subject says “tuesday's stream”"],
    [{ kind: 'keywords', terms: ['handbag', 'replica'], in: 'subject' }, 'the subject says “handbag”'],
    [{ kind: 'keywords', terms: ['handbag', 'bag'], in: 'conversation' }, 'the page says “bag”'],
  ] as const)('%j matches and says why', (trigger, reason) => {
    const [match] = matchPlaybooks([playbook([], [structuredClone(trigger) as never])], facts)
    expect(match?.reasons).toEqual([reason])
  })

  test.each([
    { kind: 'field', field: 'case.category', is: ['fraud'] },
    { kind: 'field', field: 'case.status', is: ['counterfeit'] },
    { kind: 'url', pattern: '*/orders/*' },
    { kind: 'field-contains', field: 'case.category', contains: ['parcel'] },
    { kind: 'field-matches', field: 'case.id', matches: '^\\d+$' },
    { kind: 'field-matches', field: 'case.id', matches: '(unclosed' },
    { kind: 'field-range', field: 'order.value', from: 1251, to: null },
    { kind: 'field-range', field: 'case.category', from: 0, to: null },
    { kind: 'field-range', field: 'order.weight', from: 0, to: null },
    { kind: 'keywords', terms: ['stream the bag', 'handbag'], in: 'conversation' },
    { kind: 'keywords', terms: ['authentic not', 'fake', 'rep', 'near:1 serial missing', ''] },
  ] as const)('%j does not match', (trigger) => {
    expect(matchPlaybooks([playbook([], [structuredClone(trigger) as never])], facts)).toEqual([])
  })
})

describe('a negative trigger', () => {
  const speaks: Trigger = { kind: 'keywords', terms: ['replica'] }
  const not = (of: Extract<Trigger, { kind: 'not' }>['of']): Trigger => ({ kind: 'not', of })
  const genuine = not({ kind: 'keywords', terms: ['not authentic'] })

  test('keeps a playbook back in spite of all that speaks for it, and says why when asked', () => {
    const library = [playbook([], [speaks, genuine, not({ kind: 'field', field: 'case.category', is: ['Counterfeit'] })])]
    expect(matchPlaybooks(library, facts)).toEqual([])
    expect(createMatcher(library).keptBack(facts)).toEqual([
      {
        playbookId: 'counterfeit',
        version: 3,
        title: 'counterfeit',
        reasons: ['the page says “replica”'],
        against: ['Category is  Counterfeit ', 'the page says “not authentic”'],
      },
    ])
  })
  test('that does not speak changes nothing', () => {
    const library = [playbook([], [speaks, not({ kind: 'url', pattern: '*/orders/*' })])]
    expect(matchPlaybooks(library, facts)).toEqual(matchPlaybooks([playbook([], [speaks])], facts))
    expect(createMatcher(library).keptBack(facts)).toEqual([])
  })
  test('shows nothing by itself, and is no reason to name a playbook that nothing speaks for', () => {
    const library = [playbook([], [genuine, not({ kind: 'keywords', terms: ['unicorn'] })])]
    expect(matchPlaybooks(library, facts)).toEqual([])
    expect(createMatcher(library).keptBack(facts)).toEqual([])
  })
})

describe('a page that goes on talking', () => {
  const matcher = createMatcher([
    playbook(
      [],
      [
        { kind: 'keywords', terms: ['gift card'] },
        { kind: 'not', of: { kind: 'keywords', terms: ['my own'] } },
      ],
    ),
  ])
  const shown = (text: ReturnType<typeof createSaid>) => matcher.match({ ...facts, text }).length

  test('is heard across what it adds, forgotten as it forgets, and started anew as another text', () => {
    const said = createSaid('Send me a gift', 60)
    expect(shown(said)).toBe(0)
    said.add('card now')
    expect(shown(said)).toBe(1)
    said.add('it is my own')
    expect(shown(said)).toBe(0)
    said.add('nothing to see in these forty or fifty signs')
    expect(said.pieces.join('|')).toBe('it is my own|nothing to see in these forty or fifty signs')
    said.add('give me the gift card')
    expect(shown(said)).toBe(1)
    said.add('and all of what was said is forgotten for the length')
    expect(shown(said)).toBe(0)
    expect(shown(createSaid('gift card'))).toBe(1)
  })
})

test('a page that is asked about now and then is matched as if all that is remembered of it were read anew', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 }).map((some) => some.join(' '))
  const term = fc.oneof(
    words,
    fc.tuple(fc.nat(4), words).map(([within, some]) => `near:${within} ${some}`),
  )
  const step = fc.record({ said: words, isAsked: fc.boolean() })
  fc.assert(
    fc.property(
      fc.uniqueArray(term, { minLength: 1, maxLength: 6 }),
      fc.array(step, { maxLength: 12 }),
      fc.integer({ min: 7, max: 40 }),
      (terms, steps, limit) => {
        const matcher = createMatcher(terms.map((one) => playbook([], [{ kind: 'keywords', terms: [one] }], one)))
        const text = createSaid('', limit)
        for (const { said, isAsked } of steps) {
          text.add(said)
          if (!isAsked) continue
          const shown = matcher.match({ url: '', fields: [], text }).map(({ playbookId }) => playbookId)
          expect(shown.toSorted()).toEqual(terms.filter((one) => naivelyHas(text.pieces.join('\n'), one)).toSorted())
        }
      },
    ),
    runs,
  )
})

describe('matches', () => {
  test('by what a field says count as by field; by words in a field they do not', () => {
    const isByField = (trigger: Trigger) => matchPlaybooks([playbook([], [trigger])], facts)[0]?.isByField
    expect(isByField({ kind: 'field-range', field: 'order.value', from: 1, to: null })).toBe(true)
    expect(isByField({ kind: 'field-contains', field: 'case.category', contains: ['counter'] })).toBe(false)
    expect(isByField({ kind: 'field-matches', field: 'case.category', matches: '(?i)counter' })).toBe(false)
  })
  test('come with a phrase before a single word', () => {
    const word = playbook([], [{ kind: 'keywords', terms: ['replica'] }], 'a')
    const phrase = playbook([], [{ kind: 'keywords', terms: ['not authentic'] }], 'b')
    expect(matchPlaybooks([word, phrase], facts).map(({ playbookId }) => playbookId)).toEqual(['b', 'a'])
  })
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
