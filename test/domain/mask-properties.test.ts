// Whatever the text: masking twice changes nothing, ids stay, and the work grows with the text and not faster.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseMasker, maskText } from '../../lib/domain/mask.ts'
import { findCards, isCard } from '../../lib/domain/mask-cards.ts'
import { emailRule, phoneRules } from '../../lib/domain/mask-contact.ts'
import { findIbans } from '../../lib/domain/mask-ibans.ts'
import { idRules } from '../../lib/domain/mask-ids.ts'
import { matching, type Rule } from '../../lib/domain/mask-rule.ts'
import { keyRules, saidRules } from '../../lib/domain/mask-secrets.ts'

const ofCase = caseMasker(null)
const cards = fc.stringMatching(/^4\d{14}$/).map((body) => body + [...'0123456789'].find((digit) => isCard(body + digit)))

const pieces = fc.oneof(
  cards,
  fc.stringMatching(/^[0-9]{1,9}$/),
  fc.stringMatching(/^[A-Z]{1,2}[0-9]{1,9}[A-Z]?$/),
  fc.string({ maxLength: 6 }),
  fc.constantFrom(...['password', 'pin:', 'is', '=', 'your code is', 'is your code', 'SSN', 'passport no.', 'call me on', 'tel', '+', '(', ')', 'bearer', '"']),
  fc.constantFrom(
    ...['DE89370400440532013000', '536-22-1234', '12345678Z', '2341 2341 2346', 'jane@mail.example', '+46701234567', 'abcdefabcdefabcdef', 'eyJabcdefgh.abcd.'],
  ),
  fc.constantFrom(...['-----BEGIN PRIVATE KEY-----', '-----END PRIVATE KEY-----', '[removed]', '[card ending 1111]', '@', '%40', '.example']),
)
const texts = fc.array(fc.tuple(pieces, fc.constantFrom('', ' ', ' ', '\n', '-', '.', ', ', ': ')), { maxLength: 12 }).map((parts) => parts.flat().join(''))

describe('masking', () => {
  test.each([
    ['what is said anywhere', maskText],
    ['what is said of a case', ofCase],
  ])('%s twice changes nothing more', (_, mask) => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = mask(text).text
        expect(mask(once)).toEqual({ text: once, count: 0, found: {} })
      }),
      { numRuns: 3000 },
    )
  })

  test('counts each kind, and all kinds together', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { count, found } = ofCase(text)
        expect(Object.values(found).reduce((sum, of) => sum + of, 0)).toBe(count)
      }),
    )
  })

  test('leaves order numbers alone in any sentence', () => {
    const ids = fc.oneof(
      fc.stringMatching(/^(NW|LM|ORD|INV)-\d{4,10}$/),
      fc.stringMatching(/^#\d{3,12}$/),
      fc.stringMatching(/^\d{1,12}$/),
      fc.uuid(),
      fc.stringMatching(/^1Z[0-9A-Z]{6}\d{10}$/),
      fc.stringMatching(/^[1-9]\d{0,2}(,\d{3}){0,3}\.\d\d$/),
      fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
    )
    const before = fc.constantFrom('order', 'the parcel', 'case', 'paid', 'since', 'see ticket', 'listing')
    fc.assert(
      fc.property(before, ids, (word, id) => {
        expect(ofCase(`${word} ${id} is late`).count).toBe(0)
      }),
      { numRuns: 2000 },
    )
  })
})

const finders: [string, Rule['find']][] = [
  ...[...keyRules, ...idRules, ...saidRules, emailRule, ...phoneRules].map(({ kind, find }, at): [string, Rule['find']] => [`${kind} ${at}`, find]),
  ['iban', findIbans],
  ['card', findCards],
]
/** Each begins something over and over and never ends it. */
const seeds = [
  ...[
    '1 ',
    '12-',
    '1.',
    '4111 ',
    'A1',
    'AA0 ',
    'DE89 ',
    '-----BEGIN PRIVATE KEY-----',
    'eyJaaaaaaaa-',
    'eyJaaaaaaaa.aaaa-',
    'sk-aaa-',
    'bearer ',
    'a',
    'a.',
    'a-',
    'a@a',
    'a@a.',
  ],
  ...[
    '+',
    '+1',
    'call ',
    'call me on ',
    'phone: (',
    'password ',
    'pin= ',
    'your code is ',
    '123456 is your a a ',
    'ssn number is ',
    '12345678 ',
    'RSSMRA',
    '(0',
    '\u200b1',
    '--',
    ' ',
  ],
]

describe('twice the text is twice the work', () => {
  /** Microseconds of this process alone: what patterns look at cannot be counted from outside. */
  const costOf = (find: Rule['find'], text: string): number => {
    const start = process.cpuUsage()
    find(text)
    const { user, system } = process.cpuUsage(start)
    return user + system
  }
  const leastOf = (find: Rule['find'], text: string) => Math.min(...[1, 2, 3].map(() => costOf(find, text)))
  /** Sixteen times as long: 256 times the work if it were quadratic. What takes no time cannot be. */
  const isQuadratic = (find: Rule['find'], seed: string, length: number) => {
    const [long, short] = [seed.repeat(length / seed.length), seed.repeat(length / 16 / seed.length)]
    return costOf(find, long) > 50_000 && leastOf(find, long) > 80 * leastOf(find, short)
  }
  test.each(finders)('%s', (_, find) => expect(seeds.filter((seed) => isQuadratic(find, seed, 200_000))).toEqual([]))
  test('a pattern that looks again at every letter is told', () =>
    expect(
      isQuadratic(
        matching(/\w+@/g, () => ''),
        'a',
        40_000,
      ),
    ).toBe(true))
})
