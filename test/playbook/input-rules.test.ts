import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holds } from '../../lib/domain/condition.ts'
import { inputFault, inputHint } from '../../lib/domain/input.ts'
import { hasForm } from '../../lib/domain/input-form.ts'
import { domainOf } from '../../lib/playbook/input-domain.ts'
import { lintPlaybook } from '../../lib/playbook/lint.ts'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import type { Step, StepOf } from '../../lib/schema/playbook.ts'
import { asked } from './arbitrary-document.ts'

const front = '---\ntitle: A\nowner: policy@team\nreview-every: 90d\ntriggers:\n  - keywords: [counterfeit]\n---\n'
const inputOf = (attributes: string) => parsePlaybook(`${front}- [ ] One {${attributes}}\n`).document?.sections[0]?.steps[0]

describe('rules of an input', () => {
  test.each([
    ['input: number, save: a, min: 0, max: 10', { input: 'number', min: 0, max: 10 }],
    ['input: money, save: a, max: 1e3', { input: 'money', max: 1000 }],
    ['input: date, save: a, min: 2026-01-01', { input: 'date', min: '2026-01-01' }],
    ['input: text, save: a, form: LM-######', { form: 'LM-######' }],
    ['input: text, save: a, form: "{@@} #, *"', { form: '{@@} #, *' }],
    ['input: one-of, save: a, of: [refund, "no, keep", say "x]"]', undefined],
    ['input: one-of, save: a, of: [ refund ,\n  "no, keep", "say \\"x]\\"" ], optional', { of: ['refund', 'no, keep', 'say "x]"'], optional: true }],
  ])('%s are read', (attributes, expected) => {
    if (expected) expect(inputOf(attributes)).toMatchObject({ kind: 'input', save: 'a', ...expected })
    else expect(lintPlaybook(`${front}- [ ] One {${attributes}}\n- [!] Two\n`, null).map(({ code }) => code)).toEqual(['attribute-value'])
  })

  test.each([
    ['attribute-value', '8:41', 'input: number, save: a, min: few'],
    ['attribute-value', '8:36', 'input: number, save: a, min: 2026-01-01'],
    ['attribute-value', '8:34', 'input: date, save: a, min: 5'],
    ['attribute-value', '8:39', 'input: date, save: a, min: 2026-02-30'],
    ['attribute-value', '8:40', 'input: one-of, save: a, of: [one]'],
    ['attribute-value', '8:40', 'input: one-of, save: a, of: [one, One]'],
    ['attribute-value', '8:40', 'input: one-of, save: a, of: [one, two'],
    ['attribute-value', '8:40', 'input: one-of, save: a, of: [one, " two"]'],
    ['attribute-value', '8:40', 'input: one-of, save: a, of: one'],
    ['misplaced-attribute', '8:34', 'input: text, save: a, max: 5'],
    ['misplaced-attribute', '8:36', 'input: number, save: a, of: [1, 2]'],
    ['misplaced-attribute', '8:12', 'min: 5, input: email, save: a'],
    ['empty-range', '8:45', 'input: number, save: a, min: 10, max: 9'],
    ['incomplete-input', '8:1', 'input: one-of, save: a'],
    ['incomplete-input', '8:1', 'min: 5'],
  ])('%s is reported at %s of %s', (code, at, attributes) => {
    const problems = lintPlaybook(`${front}- [ ] One {${attributes}}\n- [!] Two\n`, null)
    expect(problems.map((problem) => `${problem.line}:${problem.column} ${problem.code}`)).toEqual([`${at} ${code}`])
  })

  test.each([
    [{ input: 'number', min: 0, max: 10 }, ['0', '10', '7.5', '+3'], ['-1', '10.01', 'x'], 'Type a number from 0 to 10.'],
    [{ input: 'money', min: 5 }, ['$5', '1,000 EUR'], ['4.99'], 'Type an amount of 5 or more.'],
    [{ input: 'number', max: -1 }, ['-1'], ['0'], 'Type a number of -1 at most.'],
    [{ input: 'date', min: '2026-01-01' }, ['2026-01-01'], ['2025-12-31', '2026-02-30'], 'Type a date on or after 2026-01-01, as year-month-day.'],
    [{ input: 'text', form: 'LM-####' }, ['LM-1234', 'lm-0000'], ['LM-123', 'LM-12345', 'XLM-1234'], 'Type it in the form LM-####, where # is a digit.'],
  ] as const)('%j takes %j and refuses %j', (rules, fits, misfits, sentence) => {
    expect(fits.map((value) => inputFault(rules, value))).toEqual(fits.map(() => null))
    expect(misfits.map((value) => inputFault(rules, value))).toEqual(misfits.map(() => sentence))
    expect(inputHint(rules)).toBe(sentence)
  })

  test('a choice is one of those given, to the letter', () => {
    const rules = { input: 'one-of' as const, of: ['refund', 'exchange'] }
    expect(['refund', 'Refund', ''].map((value) => inputFault(rules, value))).toEqual([null, 'Choose one of refund, exchange.', 'Choose a value first.'])
    expect(inputHint(rules)).toBeNull()
  })
})

describe('a form', () => {
  test.each([
    ['@@-##', 'Ab-12', true],
    ['@@-##', 'A1-12', false],
    ['*', '', true],
    ['a*b*c', 'aXXbYYc', true],
    ['a*b*c', 'aXXbYY', false],
    ['*#', 'abc1', true],
    ['\\##', '#7', true],
    ['\\##', '77', false],
    ['a\\', 'a\\', true],
    ['@', '\u{10400}', true],
  ])('%s of %s fits: %s', (form, value, fits) => expect(hasForm(form, value)).toBe(fits))

  test('agrees with the regular expression of the same meaning', () => {
    const form = fc.string({ unit: fc.constantFrom('a', '#', '@', '*'), maxLength: 8 })
    const value = fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 10 })
    fc.assert(
      fc.property(form, value, (sign, text) => {
        const pattern = sign.replaceAll('#', '\\d').replaceAll('@', '[a-z]').replaceAll('*', '.*')
        expect(hasForm(sign, text)).toBe(new RegExp(`^${pattern}$`).test(text))
      }),
      { numRuns: 500 },
    )
  })
})

test('what a condition may count on holds for all that an input takes', () => {
  const value = fc.oneof(fc.double({ noNaN: true }).map(String), fc.constantFrom('$5', '1,000 EUR', '2026-03-01', 'a', 'A', 'Yes', '-1'), fc.string())
  fc.assert(
    fc.property(fc.array(asked, { minLength: 1, maxLength: 3 }), fc.array(value, { maxLength: 8 }), (all, typed) => {
      const steps = all.map((one): Step => ({ ...base, ...one }))
      const domain = domainOf('a', steps, ['case.category'])
      expect(holds(domain, {})).toBe(true)
      for (const one of all) {
        for (const text of [...typed, ...(one.of ?? []), ...[one.min ?? '', one.max ?? ''].map(String)]) {
          if (inputFault(one, text.trim()) === null) expect(holds(domain, { a: text.trim() })).toBe(true)
        }
      }
    }),
    { numRuns: 2000 },
  )
})
const base: Omit<StepOf<'input'>, 'input'> = {
  id: 'a',
  text: [],
  label: 'a',
  detail: [],
  optional: false,
  when: null,
  evidence: null,
  kind: 'input',
  save: 'a',
}

describe('a condition over a saved input', () => {
  const known = { snippets: [], queues: [], fields: ['case.category'] }
  const codes = (input: string, when: string, fields = known.fields) =>
    lintPlaybook(`${front}- [ ] One {${input}}\n- [ ] Two {when: ${when}}\n- [!] Three\n`, { ...known, fields }).map(
      ({ code, message }) => `${code}: ${message}`,
    )

  test('that asks for what cannot be typed is never met', () => {
    expect(codes('input: one-of, save: a, of: [refund, exchange]', 'a = refnd')).toEqual([
      'unreachable-step: This step is never shown: "a = refnd" holds for nothing that the step which saves it takes.',
    ])
    expect(codes('input: number, save: a, min: 0, max: 5', 'a > 5')).toHaveLength(1)
    expect(codes('input: date, save: a, min: 2026-01-01', 'a < 2025-01-01')).toHaveLength(1)
    expect(codes('input: money, save: a', 'a = toys')).toHaveLength(1)
  })

  test.each([
    ['input: one-of, save: a, of: [refund, exchange]', 'a = Refund'],
    ['input: number, save: a, min: 0, max: 5', 'a >= 5'],
    ['input: text, save: a, form: ##', 'a = xx'],
    ['input: one-of, save: case.category, of: [refund, exchange]', 'case.category = toys'],
  ])('%s may be asked whether %s', (input, when) => expect(codes(input, when)).toEqual([]))

  test('is not judged where the case may know more fields', () => expect(codes('input: money, save: a', 'a = toys', [])).toEqual([]))
})
