import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskContent, maskText } from '../../lib/domain/mask.ts'
import { isCard } from '../../lib/domain/mask-cards.ts'
import { EscalationContent } from '../../lib/schema/escalation.ts'
import { limits } from '../../lib/schema/ids.ts'
import { content } from './fixtures.ts'

describe('maskText takes out', () => {
  test.each([
    ['card 4111 1111 1111 1111 declined', 'card [card ending 1111] declined'],
    ['5555-5555-5555-4444', '[card ending 4444]'],
    ['amex 378282246310005.', 'amex [card ending 0005].'],
    ['IBAN DE89 3704 0044 0532 0130 00 please', 'IBAN [IBAN ending 3000] please'],
    ['gb82west12345698765432', '[IBAN ending 5432]'],
    ['my password is hunter2!', 'my password is [removed]'],
    ['PIN: 4821, then', 'PIN: [removed], then'],
    ['Authorization: Bearer abcdef0123456789abcdef', 'Authorization: Bearer [token removed]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_def', '[token removed]'],
    ['key sk_live_abcdefghijklmnop', 'key [key removed]'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', '[private key removed]'],
  ])('%s', (text, expected) => expect(maskText(text).text).toBe(expected))
})

describe('maskText leaves alone', () => {
  test.each([
    'Order LM-482913, tracking 1Z999AA10123456784',
    'phone +46 70 123 45 67 and ticket 20261122001',
    'the password is wrong',
    'my pin is not working',
    'My PIN is blocked, what now',
    '4111 1111 1111 1112',
    '0000000000000000',
    'listing 123456789012345678901234567890',
    'costs 1,234,567,890,123.45',
  ])('%s', (text) => expect(maskText(text)).toEqual({ text, count: 0, found: {} }))
})

const cards = fc.array(fc.nat(9), { minLength: 14, maxLength: 14 }).map((digits) => {
  const body = `4${digits.join('')}`
  const check = [...'0123456789'].find((digit) => isCard(body + digit))
  return body + check
})

describe('properties', () => {
  test('a valid card never survives, however it is spaced or surrounded', () => {
    const words = fc.constantFrom('', 'card ', 'paid with ', '(', ': ')
    fc.assert(
      fc.property(cards, fc.constantFrom('', ' ', '-'), words, (card, gap, before) => {
        const spaced = card.replace(/(\d{4})(?=\d)/g, `$1${gap}`)
        expect(maskText(`${before}${spaced} and more`).text).toBe(`${before}[card ending ${card.slice(-4)}] and more`)
      }),
    )
  })
  test('masking twice changes nothing more', () => {
    const pieces = fc.array(fc.oneof(cards, fc.string(), fc.constantFrom('password: ', 'DE89370400440532013000', 'Bearer abcdefabcdefabcdef', ' ')))
    fc.assert(
      fc.property(pieces, (parts) => {
        const once = maskText(parts.join(' ')).text
        expect(maskText(once)).toEqual({ text: once, count: 0, found: {} })
      }),
    )
  })
  test('a long hostile text is done at once', () => {
    for (const text of ['1 '.repeat(50_000), 'password '.repeat(20_000), 'AA00'.repeat(40_000), '-----BEGIN PRIVATE KEY-----'.repeat(3_000)]) {
      expect(maskText(text).text.length).toBeGreaterThan(0)
    }
  })
})

test('an escalation is masked everywhere but in declared case fields', () => {
  const card = '4111111111111111'
  const fields = [{ name: 'order.payment', label: 'Payment', value: card }]
  const masked = maskContent({ ...content, note: `note ${card}`, case: { ...content.case, fields, selection: card, title: card } })
  expect(masked.note).toBe('note [card ending 1111]')
  expect(masked.case.selection).toBe('[card ending 1111]')
  expect(masked.case.fields).toEqual(fields)
  expect(masked.maskedCount).toBe(3)
})

test('texts at their limits stay readable records, although a mask is longer than a short secret', () => {
  const full = (most: number) => 'pin=123 '.repeat(most).slice(0, most)
  const line = { stepId: 'a', depth: 0, section: '', label: 'a', state: 'skipped' as const, at: 1 }
  const run = {
    ...{ runId: content.id, playbook: { id: 'a', version: 1, hash: 'a'.repeat(64), title: 'a' }, startedAt: 1, done: 0, skipped: 1, total: 1 },
    lines: [{ ...line, answer: full(limits.answer), reason: full(limits.reason), evidence: full(limits.note) }],
  }
  const url = `https://d.example/?${full(limits.url)}`.slice(0, limits.url)
  const masked = maskContent({
    ...content,
    note: full(limits.note),
    run,
    case: { ...content.case, title: full(limits.title), selection: full(limits.selection), url },
  })
  expect(EscalationContent.safeParse(masked).error?.issues ?? []).toEqual([])
  expect(JSON.stringify(masked)).not.toContain('pin=123 ')
})

test('a secret in an address takes no other parameter with it', () => {
  const masked = maskContent({ ...content, case: { ...content.case, url: 'https://d.example/a?pin=4821&ticket=99#otp=123456' } })
  expect(masked.case.url).toBe('https://d.example/a?pin=[removed]&ticket=99#otp=[removed]')
})
