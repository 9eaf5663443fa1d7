import { describe, expect, test } from 'vitest'
import { findPage, originMatches, plainContext, planReads, profilesOf, readCase } from '../../lib/domain/site.ts'
import type { SiteProfile } from '../../lib/schema/site.ts'

const profile: SiteProfile = {
  id: 'desk',
  version: 1,
  hash: 'c'.repeat(64),
  name: 'Desk',
  origins: ['https://desk.example', 'https://*.shop.example'],
  verified: null,
  publishedAt: 1,
  pages: [
    {
      name: 'ticket',
      path: '/tickets/*',
      query: ['view'],
      caseId: [{ from: 'url', part: 'path', pattern: '/tickets/(\\d+)' }],
      fields: [
        { name: 'case.subject', label: 'Subject', sources: [{ from: 'title', pattern: '^(.*) - Desk$' }] },
        {
          name: 'case.category',
          label: 'Category',
          sources: [
            { from: 'label', label: 'Category' },
            { from: 'selector', selector: '.category', attribute: 'value' },
          ],
        },
      ],
      reply: ['#reply'],
    },
  ],
}
const url = 'https://desk.example/tickets/1042?view=full&token=abc'
const report = (values: Record<string, string | null>) => ({ values, text: '', selection: 'picked', added: false })
const read = (values: Record<string, string | null>, at = url) =>
  readCase({ profile, page: profile.pages[0]!, url: at, title: 'Fake bag - Desk', report: report(values), at: 9 })

describe('findPage', () => {
  test.each([
    [url, true],
    ['https://eu.shop.example/tickets/1?view', true],
    ['https://desk.example/tickets/1', false],
    ['https://desk.example.evil.example/tickets/1?view=1', false],
    ['https://shop.example/tickets/1?view=1', false],
    ['http://desk.example/tickets/1?view=1', false],
    ['nonsense', false],
  ])('%s is claimed: %s', (address, claimed) => expect(findPage([profile], address) !== null).toBe(claimed))
  test.each([
    ['http://127.0.0.1:*', 'http://127.0.0.1:4310', true],
    ['http://127.0.0.1:*', 'https://127.0.0.1:4310', false],
    ['https://*.a.example', 'https://xa.example', false],
    ['https://*.a.example', 'https://b.c.a.example', true],
  ])('origin %s against %s is %s', (pattern, origin, expected) => expect(originMatches(pattern, origin)).toBe(expected))
})

test('a profile that names the origin to the letter comes before one with a wildcard', () => {
  const named = (id: string, ...origins: string[]) => ({ ...profile, id, origins })
  const order = profilesOf(
    [named('any', 'http://127.0.0.1:*'), named('other', 'https://x.example'), named('exact', 'http://127.0.0.1:81')],
    'http://127.0.0.1:81',
  )
  expect(order.map(({ id }) => id)).toEqual(['exact', 'any'])
})

describe('readCase', () => {
  test('asks the page only for what stands in the page', () => {
    expect(planReads(profile.pages[0]!)).toEqual([
      { key: 'case.category#0', by: 'label', label: 'Category', within: null },
      { key: 'case.category#1', by: 'selector', selector: '.category', attribute: 'value' },
    ])
  })
  test('takes the first alternative that gives a value', () => {
    const values = { 'case.category#0': '  ', 'case.category#1': 'Counter\n feit ' }
    expect(read(values)).toMatchObject({
      key: 'desk:1042',
      caseId: '1042',
      url: 'https://desk.example/tickets/1042?view=full&token=removed',
      selection: 'picked',
      fields: [
        { name: 'case.subject', value: 'Fake bag' },
        { name: 'case.category', value: 'Counter feit' },
      ],
    })
  })
  test('without a case id the key is the address, never a wrong id', () => {
    expect(read({}, 'https://desk.example/tickets/new?view=1')).toMatchObject({ key: 'https://desk.example/tickets/new?view=1', caseId: null })
  })
  test('a text that is not what the source says gives way to the next source', () => {
    const sources = [
      { from: 'label' as const, label: 'Total', as: 'money' as const },
      { from: 'selector' as const, selector: '.total', as: 'money' as const },
    ]
    const page = { ...profile.pages[0]!, fields: [{ name: 'order.value', label: 'Order value', sources }] }
    const values = { 'order.value#0': '1.250', 'order.value#1': '1.250,00 EUR' }
    expect(readCase({ profile, page, url, title: '', report: report(values), at: 9 }).fields).toMatchObject([{ value: '1250' }])
  })
  test.each([
    ['/cases/{case}', 'https://desk.example/cases/1042'],
    ['/cases?id={case}#top', 'https://desk.example/cases?id=1042#top'],
    ['//evil.example/{case}', 'https://desk.example/tickets/1042?view=full&token=removed'],
  ])('a page with the link %s is opened again at %s', (link, opened) => {
    const page = { ...profile.pages[0]!, link }
    expect(readCase({ profile, page, url, title: '', report: report({}), at: 9 })).toMatchObject({ key: 'desk:1042', url: opened })
  })
  test('an id in a link cannot lead elsewhere', () => {
    const page = { ...profile.pages[0]!, caseId: [{ from: 'title' as const }], link: '/cases/{case}' }
    expect(readCase({ profile, page, url, title: '../../x?y=//evil.example#', report: report({}), at: 9 }).url).toBe(
      'https://desk.example/cases/..%2F..%2Fx%3Fy%3D%2F%2Fevil.example%23',
    )
  })
  test('ignores answers to what was not asked', () => {
    expect(read({ '#0': '666', __proto__: 'x', 'case.subject#0': 'forged' }).fields.map(({ value }) => value)).toEqual(['Fake bag'])
    expect(read({ '#0': '666' }).caseId).toBe('1042')
  })
})

test('a page without a profile is known by its address', () => {
  expect(plainContext({ url: 'https://x.example/a?utm_source=1', title: 'A', selection: '', access: 'tab', at: 1 })).toMatchObject({
    key: 'https://x.example/a',
    access: 'tab',
    fields: [],
  })
})
