import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextAttemptAt } from '../../lib/domain/backoff.ts'
import { canonicalJson } from '../../lib/domain/canonical-json.ts'
import { caseKeyOf, cleanUrl } from '../../lib/domain/case-key.ts'
import { globMatches } from '../../lib/domain/glob.ts'
import { inputFault } from '../../lib/domain/input.ts'
import { firstGroup, patternFault } from '../../lib/domain/pattern.ts'
import { uuidv7 } from '../../lib/domain/uuid.ts'
import { CaseKey, Uuid } from '../../lib/schema/ids.ts'

describe('uuidv7', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
  test('is a valid id and sorts by its millisecond', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.nat(2 ** 40), bytes, bytes, (a, b, first, second) => {
        const [x, y] = [uuidv7(a, first), uuidv7(b, second)]
        expect(Uuid.safeParse(x).success).toBe(true)
        expect(x[14]).toBe('7')
        if (a < b) expect(x < y).toBe(true)
      }),
    )
  })
  test('refuses too little randomness', () => expect(() => uuidv7(1, new Uint8Array(3))).toThrow(RangeError))
})

describe('canonicalJson', () => {
  test('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }] })).toBe('{"a":[{"c":"x","d":null}],"b":1}')
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  test.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1])('refuses %s', (value) => expect(() => canonicalJson(value)).toThrow(TypeError))
  test('leaves undefined members out', () => expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}'))
})

describe('nextAttemptAt', () => {
  test('always waits between one second and a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 0.999, noNaN: true }), fc.option(fc.double(), { nil: undefined }), (attempts, random, wish) => {
        const wait = nextAttemptAt(attempts, 5_000, random, wish) - 5_000
        expect(wait).toBeGreaterThanOrEqual(1_000)
        expect(wait).toBeLessThanOrEqual(15 * 60_000)
      }),
    )
  })
  test('honours what the server asked for', () => expect(nextAttemptAt(1, 0, 0.9, 30_000)).toBe(30_000))
})

describe('globMatches', () => {
  test.each([
    ['/tickets/*', '/tickets/1042', true],
    ['/tickets/*', '/ticket/1042', false],
    ['*/orders/*/lines', 'https://x/orders/7/lines', true],
    ['*/orders/*/lines', 'https://x/orders/lines', false],
    ['/a', '/a', true],
    ['/a', '/ab', false],
    ['*', '', true],
    ['a*a', 'a', false],
    ['a*b*a', 'aba', true],
  ])('%s against %s is %s', (pattern, value, expected) => expect(globMatches(pattern, value)).toBe(expected))
  test('agrees with the regular expression of the same meaning', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 })
    const words = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 })
    fc.assert(
      fc.property(letters, words, (pattern, value) => {
        expect(globMatches(pattern, value)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(value))
      }),
    )
  })
})

describe('patterns', () => {
  test('give the first group, or the whole match', () => {
    expect(firstGroup('/tickets/(\\d+)', '/tickets/1042/edit')).toBe('1042')
    expect(firstGroup('LM-\\d+', 'order LM-77')).toBe('LM-77')
    expect(firstGroup('x', 'y')).toBe(null)
  })
  test('cannot hang on nested repetition', () => expect(firstGroup('^(a+)+$', `${'a'.repeat(30_000)}b`)).toBe(null))
  test.each(['\\p{L}+', '\\p{Lu}x', '\\P{N}', '[\\p{L}\\p{M}]', '\\pL'])('take the class of letters in %s', (pattern) =>
    expect(patternFault(pattern)).toBeNull(),
  )
  test.each(['\\p{Greek}+', '[^\\P{Latin}]', '\\p{^Han}'])('refuse the script in %s, everywhere alike', (pattern) => {
    expect(patternFault(pattern)).toMatch(/is no class of letters here/)
  })
  test.each(['(', '(?=x)', 'a'.repeat(301)])('name what is wrong with %s', (pattern) => expect(patternFault(pattern)).toMatch(/^The pattern/))
})

describe('case keys', () => {
  test.each([
    ['demo-desk', '1042', 'https://d.example/tickets/1042', 'demo-desk:1042'],
    ['demo-desk', null, 'https://d.example/tickets?id=2', 'https://d.example/tickets?id=2'],
    [null, null, 'https://d.example/a?utm_source=x&b=2&a=1#top', 'https://d.example/a?a=1&b=2'],
    [null, null, 'https://d.example/a#/orders/7', 'https://d.example/a#/orders/7'],
  ])('of %s %s %s is %s', (site, id, url, expected) => expect(caseKeyOf(site, id, url)).toBe(expected))
  test('what is no address has no key: it would be the same case as all the others', () => {
    expect(() => caseKeyOf(null, null, '')).toThrow(TypeError)
  })
  test('the same path with another query is another case', () => {
    expect(caseKeyOf(null, null, 'https://d.example/t?id=1')).not.toBe(caseKeyOf(null, null, 'https://d.example/t?id=2'))
  })
  test.each(['ref', 'sid', 'code', 'session', 'session_id', 'auth', 'view_token'])('%s alone can tell two cases apart, and says so again', (name) => {
    const keyOf = (value: string) => caseKeyOf(null, null, `https://d.example/ticket?utm_source=${value}&${name}=${value}`)
    expect(keyOf('1001')).not.toBe(keyOf('1002'))
    expect(keyOf('1001')).toBe(keyOf('1001'))
    if (name !== 'ref') expect(keyOf('1001')).not.toContain('1001')
  })
  test('the order of the query does not make another case', () => {
    const [one, other] = ['sid=a&code=b&n=1', 'n=1&code=b&sid=a'].map((query) => caseKeyOf(null, null, `https://d.example/t?${query}`))
    expect(one).toBe(other)
  })
  test.each(['password', 'client_secret', 'pass', 'access_token', 'signature'])('nothing in a key depends on a %s', (name) => {
    const [one, other] = ['hunter2', 'letmein'].map((value) => caseKeyOf(null, null, `https://d.example/t?${name}=${value}`))
    expect(one).toBe(other)
  })
  test('a long address leaves room for what tells it apart', () => {
    const keyOf = (sid: string) => caseKeyOf(null, null, `https://d.example/?q=${'(!)'.repeat(2000)}&sid=${sid}`)
    expect(keyOf('1')).not.toBe(keyOf('2'))
    expect(CaseKey.safeParse(keyOf('1')).success).toBe(true)
  })
  test('a secret in an address does not get into the key, and its neighbours stay', () => {
    const key = caseKeyOf(null, null, 'https://d.example/pay/4111111111111111?ticket=9&otp=482913')
    expect(key).toBe('https://d.example/pay/[card ending 1111]?otp=[removed]&ticket=9')
  })
  test('the key of a very long address is a key', () => {
    expect(CaseKey.safeParse(caseKeyOf(null, null, `https://d.example/?q=${'(!)'.repeat(2000)}`)).success).toBe(true)
  })
  test('stored addresses carry no credentials', () => {
    expect(cleanUrl('https://u:p@d.example/a?access_token=abc&x=1#token=9')).toBe('https://d.example/a?access_token=removed&x=1')
    expect(cleanUrl('https://d.example/#/orders/7?token=abc&tab=2')).toBe('https://d.example/#/orders/7?tab=2')
    expect(cleanUrl('https://d.example/#/orders/7?access_token=abc')).toBe('https://d.example/#/orders/7')
    expect(cleanUrl('https://d.example/#state=1&key=abc')).toBe('https://d.example/#state=1')
    expect(cleanUrl('https://d.example/#/reset/token=abc')).toBe('https://d.example/')
    expect(cleanUrl('https://d.example/#/orders/7')).toBe('https://d.example/#/orders/7')
    expect(cleanUrl('https://d.example/a?sid=abc&ref=7')).toBe('https://d.example/a?sid=removed&ref=7')
  })
})

describe('inputFault', () => {
  test.each([
    ['number', '12.5', true],
    ['number', 'twelve', false],
    ['money', '$1,250.00', true],
    ['money', '1.250,00', true],
    ['money', '1.250', false],
    ['number', '1.250', false],
    ['date', '2026-02-28', true],
    ['date', '2026-02-30', false],
    ['email', 'a@b.example', true],
    ['email', 'a@b', false],
    ['url', 'https://x.example', true],
    ['url', 'javascript:1', false],
    ['text', '', false],
  ] as const)('%s %s passes: %s', (input, value, passes) => expect(inputFault({ input }, value) === null).toBe(passes))
  test('an amount that can be read in two ways is refused with both', () => {
    expect(inputFault({ input: 'money' }, '2.500')).toMatch(/^Write 2500 or 2,500\.00\. /)
    expect(inputFault({ input: 'number' }, '1.250.000')).toBeNull()
    expect(inputFault({ input: 'number' }, '1.250')).toMatch(/^Write 1250 or 1,250\. /)
  })
})
