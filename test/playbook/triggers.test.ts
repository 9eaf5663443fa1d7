import { describe, expect, test } from 'vitest'
import { lintPlaybook } from '../../lib/playbook/lint.ts'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import { printPlaybook } from '../../lib/playbook/print.ts'
import { PlaybookDocument } from '../../lib/schema/playbook.ts'

/** The list of triggers begins on line 6. */
const withTriggers = (lines: string) => `---\ntitle: A\nowner: a\nreview-every: 9d\ntriggers:\n${lines}\n---\n\n## Do\n\n- [ ] One\n- [!] Two\n`
const triggersOf = (lines: string) => parsePlaybook(withTriggers(lines)).document?.triggers
const faultsOf = (lines: string) => lintPlaybook(withTriggers(lines), null).map(({ line, column, code, severity }) => `${line}:${column} ${severity} ${code}`)

describe('a trigger', () => {
  test.each([
    ['  - field: case.category\n    is: [a, b]', { kind: 'field', field: 'case.category', is: ['a', 'b'] }],
    ['  - field: case.category\n    is: a', { kind: 'field', field: 'case.category', is: ['a'] }],
    [
      '  - field: case.subject\n    contains: [refund, "charge: back"]',
      { kind: 'field-contains', field: 'case.subject', contains: ['refund', 'charge: back'] },
    ],
    ["  - field: case.id\n    matches: '^VIP-\\d+'", { kind: 'field-matches', field: 'case.id', matches: '^VIP-\\d+' }],
    ['  - field: order.value\n    from: 1000', { kind: 'field-range', field: 'order.value', from: 1000, to: null }],
    ['  - to: 12.5\n    from: -1e3\n    field: order.value', { kind: 'field-range', field: 'order.value', from: -1000, to: 12.5 }],
    ['  - keywords: [fake]\n    in: subject', { kind: 'keywords', terms: ['fake'], in: 'subject' }],
    ['  - not:\n      keywords: [fake]', { kind: 'not', of: { kind: 'keywords', terms: ['fake'] } }],
    ['  - not: {field: order.value, to: 5}', { kind: 'not', of: { kind: 'field-range', field: 'order.value', from: null, to: 5 } }],
  ])('%s is read', (lines, trigger) => expect(triggersOf(lines)).toEqual([trigger]))

  test('is printed in one spelling', () => {
    const lines = [
      '  - to: 500\n    from: 100\n    field: order.value',
      '  - in: conversation\n    keywords:\n      - a b',
      '  - not:\n      is: closed\n      field: case.status',
      '  - matches: ^VIP-\\d+$\n    field: case.id',
    ]
    const canonical = [
      '  - field: order.value\n    from: 100\n    to: 500',
      '  - keywords: [a b]\n    in: conversation',
      '  - not:\n      field: case.status\n      is: [closed]',
      '  - field: case.id\n    matches: ^VIP-\\d+$',
    ]
    const { document } = parsePlaybook(withTriggers(lines.join('\n')))
    expect(printPlaybook(document!)).toBe(withTriggers(canonical.join('\n')))
  })

  test('of the shapes that were stored before there were more is still valid', () => {
    const document = parsePlaybook(withTriggers('  - url: https://desk.example/*')).document!
    const stored = [
      { kind: 'url', pattern: 'https://desk.example/*' },
      { kind: 'field', field: 'case.category', is: [] },
      { kind: 'keywords', terms: ['fake', 'near:5 serial missing'] },
    ]
    expect(PlaybookDocument.safeParse({ ...document, triggers: stored })).toMatchObject({ success: true, data: { triggers: stored } })
  })
})

describe('a trigger is refused', () => {
  test.each([
    ['without a test', '  - field: case.category', '6:5 error trigger'],
    ['with two tests', '  - field: case.category\n    is: a\n    contains: b', '8:5 error trigger'],
    ['with a range and another test', '  - field: a.b\n    from: 1\n    is: b', '8:5 error trigger'],
    ['with a bound that is no number', '  - field: a.b\n    from: 1,000', '7:11 error trigger'],
    ['with a bound without end', '  - field: a.b\n    from: 1e999', '7:11 error trigger'],
    ['with a place that does not exist', '  - keywords: [fake]\n    in: footer', '7:9 error trigger'],
    ['with a pattern that cannot be read', "  - field: a.b\n    matches: '(?=a)'", '7:14 error pattern'],
    ['with an empty pattern', "  - field: a.b\n    matches: ''", '7:14 error pattern'],
    ['with something beside "not"', '  - not:\n      keywords: [fake]\n    url: https://a.example/*', '8:5 error trigger'],
    ['with "not" twice', '  - not:\n      not:\n        keywords: [fake]', '7:7 error trigger'],
    ['with nothing below "not"', '  - not:\n  - keywords: [fake]', '6:9 error trigger'],
  ])('%s', (_what, lines, fault) => expect(faultsOf(lines)).toEqual([fault]))
})

describe('a warning is given', () => {
  test.each([
    ['never', 'an address without a scheme', '  - url: desk.example.com/orders/*', '6:5 warning never-trigger'],
    ['never', 'a host in capitals', '  - url: https://Desk.example.com/*', '6:5 warning never-trigger'],
    ['never', 'a keyword without a letter', '  - keywords: ["!!!"]', '6:5 warning never-trigger'],
    ['never', 'words that cannot be so near', '  - keywords: ["near:1 serial number missing"]', '6:5 warning never-trigger'],
    ['never', 'a range the wrong way round', '  - field: order.value\n    from: 5\n    to: 1', '6:5 warning never-trigger'],
    ['never', 'a blank value', '  - field: case.status\n    is: [" "]', '6:5 warning never-trigger'],
    ['never', 'an empty list', '  - field: case.status\n    contains: []', '6:5 warning empty-trigger'],
    ['always', 'a pattern that needs nothing', "  - field: case.status\n    matches: 'x*'", '6:5 warning broad-trigger'],
    ['always', 'a blank text', '  - field: case.status\n    contains: [" "]', '6:5 warning broad-trigger'],
    ['always', 'a word of every message', '  - keywords: [Please]', '6:5 warning broad-trigger'],
    ['twice', 'the same keyword in other signs', '  - keywords: ["Not  authentic!", not authentic]', '6:5 warning duplicate-trigger'],
    ['twice', 'the same nearness in another order', '  - keywords: ["near:5 serial missing", "near:5 missing serial"]', '6:5 warning duplicate-trigger'],
    ['twice', 'the same range', '  - field: a.b\n    to: 5\n  - field: a.b\n    to: 5.0', '8:5 warning duplicate-trigger'],
    ['twice', 'the same refusal', '  - keywords: [fake]\n  - not: {keywords: [toy]}\n  - not: {keywords: [Toy]}', '8:5 warning duplicate-trigger'],
    ['not', 'nothing but refusals', '  - not:\n      keywords: [fake]', '6:5 warning only-negative'],
  ])('of what %s fits: %s', (_kind, _what, lines, fault) => expect(faultsOf(lines)).toEqual([fault]))

  test('of no word that is short because its script has no spaces', () => {
    expect(faultsOf('  - keywords: [退款]')).toEqual([])
  })

  test.each([
    ['a phrase that holds the refused word', '  - keywords: [cancel my order]', '{keywords: [order]}'],
    ['a word that is refused in every place', '  - keywords: [order]\n    in: subject', '{keywords: [order]}'],
    ['a nearness inside the refused one', '  - keywords: ["near:3 cancel order"]', '{keywords: ["near:5 order cancel"]}'],
    ['a value that is refused', '  - field: a.b\n    is: [closed]', '{field: a.b, is: [CLOSED, gone]}'],
    ['a value that holds a refused text', '  - field: a.b\n    is: [closed]', '{field: a.b, contains: [close]}'],
    ['a value inside the refused range', '  - field: a.b\n    is: ["$1,200"]', '{field: a.b, from: 1000}'],
    ['a value that matches the refused pattern', '  - field: a.b\n    is: [VIP-1]', "{field: a.b, matches: '^VIP'}"],
    ['a text that holds a refused one', '  - field: a.b\n    contains: [closed]', '{field: a.b, contains: [close]}'],
    ['a range inside the refused one', '  - field: a.b\n    from: 5\n    to: 6', '{field: a.b, from: 5}'],
    ['the same pattern', '  - field: a.b\n    matches: x', '{field: a.b, matches: x}'],
    ['an address below the refused one', '  - url: https://a.example/orders/*', '{url: "https://a.example/*"}'],
  ])('of a trigger that its own refusal undoes: %s', (_what, lines, not) => {
    expect(faultsOf(`${lines}\n  - not: ${not}`)).toEqual(['6:5 warning contradicted-trigger'])
  })

  test.each([
    ['a longer phrase is refused', '  - keywords: [order]', '{keywords: [cancel my order]}'],
    ['the word is refused in one place only', '  - keywords: [order]', '{keywords: [order], in: subject}'],
    ['a narrower nearness is refused', '  - keywords: ["near:5 cancel order"]', '{keywords: ["near:3 cancel order"]}'],
    ['a row of the near words is refused', '  - keywords: ["near:5 cancel order"]', '{keywords: [cancel order]}'],
    ['another field is refused', '  - field: a.b\n    is: [closed]', '{field: a.c, is: [closed]}'],
    ['a part of the range is refused', '  - field: a.b\n    from: 5', '{field: a.b, from: 6}'],
    ['a part of the addresses is refused', '  - url: https://a.example/*', '{url: "https://a.example/orders/*"}'],
  ])('of none that can still show where %s', (_what, lines, not) => {
    expect(faultsOf(`${lines}\n  - not: ${not}`)).toEqual([])
  })
})
