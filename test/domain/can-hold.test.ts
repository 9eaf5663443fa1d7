import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canHold } from '../../lib/domain/can-hold.ts'
import { holds } from '../../lib/domain/condition.ts'
import { parseCondition } from '../../lib/playbook/condition-text.ts'
import type { Condition } from '../../lib/schema/condition.ts'

const fuzz = process.env.HANDRAIL_FUZZ
const numRuns = fuzz ? Number(fuzz) * 10 : 5_000
const enormous = '9'.repeat(400)

// The same few values in many spellings, on both sides: numbers as text, amounts, words, words with numbers in them, blanks.
const spelled = fc.constantFrom(
  ...['1', '1.0', '$1', '1 EUR', ' 1', '01', '2', '-2', '1,000', '1 000', '1000', '.5', '1e3', '1.2.3'],
  ...['eu', 'EU', ' eu', 'eu 1', 'e', 'zz', 'Zz 2', '', ' ', '-', 'ß', 'İ', '\u212a', '\u00a01', enormous, `-${enormous}`],
)
const field = fc.constantFrom('a', 'b', 'constructor')
const comparator = fc.constantFrom('=' as const, '!=' as const, '<' as const, '<=' as const, '>' as const, '>=' as const)
const value = fc.oneof(spelled, fc.constantFrom<number>(0, 1, 2, -2, 1000, 0.5, 1.5, Number.MAX_VALUE, Number.MIN_VALUE))
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'condition', withCrossShrink: true },
    fc.record({ op: fc.constant('compare' as const), field, comparator, value }),
    fc.record({ op: fc.constant('known' as const), field }),
    fc.record({ op: fc.constant('not' as const), of: tie('condition') }),
    fc.record({ op: fc.constantFrom('and' as const, 'or' as const), of: fc.array(tie('condition'), { maxLength: 4 }) }),
  ),
}))
const typed = fc.oneof(
  { weight: 3, arbitrary: spelled },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
  { weight: 1, arbitrary: fc.double().map(String) },
)
const values = fc.dictionary(field, typed, { maxKeys: 3 })

const read = (text: string): Condition => {
  const result = parseCondition(text)
  if ('condition' in result) return result.condition
  throw new Error(result.fault)
}

describe('a condition that is said never to hold', () => {
  test('holds for no values', () => {
    fc.assert(
      fc.property(condition, fc.array(values, { minLength: 1, maxLength: 20 }), (one, cases) => {
        if (canHold(one)) return
        for (const known of cases) expect(holds(one, known)).toBe(false)
      }),
      { numRuns },
    )
  })

  test('is the opposite of one that always holds', () => {
    fc.assert(
      fc.property(condition, fc.array(values, { minLength: 1, maxLength: 20 }), (one, cases) => {
        if (canHold({ op: 'not', of: one })) return
        for (const known of cases) expect(holds(one, known)).toBe(true)
      }),
      { numRuns },
    )
  })

  // One number compared with small whole numbers: there every answer can be checked against all of them.
  test('is found whenever only whole numbers are compared', () => {
    const figure = fc.record({ op: fc.constant('compare' as const), field: fc.constant('a'), comparator, value: fc.integer({ min: 0, max: 4 }) })
    const joined = fc
      .array(figure, { minLength: 1, maxLength: 4 })
      .map((of): Condition => ({ op: 'and', of: [...of, { ...of[0]!, comparator: '>=', value: 0 }] }))
    const all = Array.from({ length: 23 }, (_, index) => String(index / 2 - 3))
    fc.assert(
      fc.property(joined, (one) => {
        expect(canHold(one)).toBe(all.some((a) => holds(one, { a })))
      }),
    )
  })

  test.each([
    'a > 10 and a < 5',
    'a >= 10 and a <= 10 and a != 10',
    'a = yes and a = no',
    'a = EU and a != eu',
    'a = eu and a > 5',
    'a = "$1,000" and a < 1000 and known a',
    'a = ""',
    'a = " eu"',
    'not known a and a != 1',
    'known a and not (known b or known a)',
    '(a = x or a = y) and a = z',
    '(a < 1 or b < 1) and a > 2 and b > 2',
    'a = 1 and not (a = 1 or b = 2)',
    'a > b and a < a',
  ])('%s', (text) => expect(canHold(read(text))).toBe(false))
})

test.each(['a > 5 and a < 10', 'a = yes or a = no', 'a != x and a != y', 'a > m and a < n', 'a = "eu 5" and a = 5', 'not a = 1', 'a < 1 and a > eu'])(
  '%s may hold',
  (text) => expect(canHold(read(text))).toBe(true),
)

test('a condition too large to be worked out may hold, and the answer comes at once', () => {
  const parts = Array.from({ length: 23 }, (_, index): Condition => ({ op: 'compare', field: `f${index % 12}`, comparator: '=', value: index }))
  const pairs = parts.map((part, index): Condition => ({ op: 'or', of: [part, parts[(index + 1) % parts.length]!] }))
  expect(canHold({ op: 'and', of: [...pairs.slice(0, 11), { op: 'not', of: { op: 'or', of: parts.slice(0, 1) } }] })).toBe(true)
  expect(canHold({ op: 'and', of: [...parts, ...parts, ...parts] })).toBe(true)
})
