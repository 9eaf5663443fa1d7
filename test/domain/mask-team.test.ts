import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseMasker, maskContent } from '../../lib/domain/mask.ts'
import type { RedactionRules } from '../../lib/schema/redaction.ts'
import { content } from './fixtures.ts'

const rules = (said: Partial<RedactionRules> = {}): RedactionRules => ({ email: true, phone: true, mask: [], keep: [], ...said })

describe('a team', () => {
  const text = 'jane@mail.example, +46 70 123 45 67, 4111 1111 1111 1111'
  test.each([
    ['masks both kinds where it says nothing', null, '[e-mail at mail.example], [phone ending 67], [card ending 1111]'],
    ['may leave e-mail addresses', rules({ email: false }), 'jane@mail.example, [phone ending 67], [card ending 1111]'],
    ['may leave phone numbers', rules({ phone: false }), '[e-mail at mail.example], +46 70 123 45 67, [card ending 1111]'],
    ['keeps a domain', rules({ keep: ['@mail.example'] }), 'jane@mail.example, [phone ending 67], [card ending 1111]'],
    ['keeps one address, in any capitals', rules({ keep: ['Jane@Mail.example'] }), 'jane@mail.example, [phone ending 67], [card ending 1111]'],
    [
      'keeps what a pattern matches from end to end',
      rules({ keep: [{ pattern: '4111( 1111){3}' }] }),
      '[e-mail at mail.example], [phone ending 67], 4111 1111 1111 1111',
    ],
    [
      'keeps nothing by half a match',
      rules({ keep: [{ pattern: '4111' }, '@mail', 'mail.example'] }),
      '[e-mail at mail.example], [phone ending 67], [card ending 1111]',
    ],
  ])('%s', (_, said, expected) => expect(caseMasker(said)(text).text).toBe(expected))

  test('masks what is its own, by name, and counts it', () =>
    expect(caseMasker(rules({ mask: [{ name: 'loyalty card', pattern: '\\bLC\\d{6}\\b' }] }))('LC204417 and XLC204417')).toEqual({
      ...{ text: '[loyalty card removed] and XLC204417', count: 1, found: { rule: 1 } },
    }))

  test('masks nothing by a pattern that cannot be read, and the rest all the same', () =>
    expect(caseMasker(rules({ mask: [{ name: 'a', pattern: '(' }], keep: [{ pattern: '(' }] }))(text).count).toBe(3))

  test('masks no mask, even where its pattern is in one', () => {
    const mask = caseMasker(rules({ mask: [{ name: 'a card', pattern: 'card|[a-z]\\d*' }] }))
    fc.assert(
      fc.property(fc.string(), (said) => {
        const once = mask(`${said} 4111111111111111 jane@mail.example`).text
        expect(mask(once).text).toBe(once)
      }),
    )
  })
})

test('an escalation says of which kinds they were; answers that the playbook asked for are only rid of secrets', () => {
  const line = { stepId: 'a', depth: 0, section: '', label: 'Buyer', state: 'done' as const, at: 1, reason: null, evidence: 'by +46 70 123 45 67' }
  const said = {
    ...content,
    note: 'jane@mail.example paid by 4111111111111111',
    case: { ...content.case, title: 'From jane@mail.example', fields: [{ name: 'case.requester', label: 'Requester', value: 'jane@mail.example' }] },
    run: {
      ...{ runId: content.id, playbook: { id: 'a', version: 1, hash: 'a'.repeat(64), title: 'a' }, startedAt: 1, done: 1, skipped: 0, total: 1 },
      lines: [{ ...line, answer: 'jane@mail.example, 4111111111111111' }],
    },
  }
  const masked = maskContent(said, caseMasker(null))
  expect([masked.note, masked.case.title, masked.run?.lines[0]]).toMatchObject([
    '[e-mail at mail.example] paid by [card ending 1111]',
    'From [e-mail at mail.example]',
    { answer: 'jane@mail.example, [card ending 1111]', evidence: 'by [phone ending 67]' },
  ])
  expect(masked.case.fields).toEqual(said.case.fields)
  expect([masked.maskedCount, masked.masked]).toEqual([5, { email: 2, card: 2, phone: 1 }])
  expect(maskContent(masked, caseMasker(null))).toEqual(masked)
  expect(maskContent(content).masked).toBeUndefined()
})
