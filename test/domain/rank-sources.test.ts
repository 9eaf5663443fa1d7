import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { firstGroup } from '../../lib/domain/pattern.ts'
import { isPlausible, isRight, rankSources, readElsewhere, type Tried } from '../../lib/domain/rank-sources.ts'
import { findPage, readSource } from '../../lib/domain/site.ts'
import { guessPage, guessSite, isIdLike } from '../../lib/domain/site-guess.ts'
import { trySources } from '../../lib/domain/try-sources.ts'
import { likelyValue, patternFor } from '../../lib/domain/value-pattern.ts'
import type { Candidate } from '../../lib/schema/picker.ts'

const way = (selector: string, change: Partial<Tried> = {}): Tried => ({
  source: { from: 'selector', selector },
  by: 'class',
  here: 'Counterfeit',
  wanted: 'Counterfeit',
  count: 1,
  renamed: true,
  moved: true,
  elsewhere: [],
  ...change,
})
const other = (value: string | null) => [{ name: '#1043', value }]
const selectors = (ranked: Tried[]) => ranked.map(({ source }) => (source.from === 'selector' ? source.selector : source.from))

describe('of two ways to read a value, that one comes first which', () => {
  test.each<[string, Partial<Tried>, Partial<Tried>]>([
    ['reads what was pointed at, however steady the other is', { by: 'position', renamed: false }, { here: 'Refund', by: 'test' }],
    ['reads anything at all', { by: 'position' }, { here: null, by: 'test' }],
    ['survives other generated names', { by: 'position' }, { by: 'test', renamed: false }],
    ['survives something more above it', { by: 'class' }, { by: 'test', moved: false }],
    ['survives, though the other reads another case', { elsewhere: other(null) }, { elsewhere: other('Refund'), renamed: false }],
    ['reads the other open case as well', { by: 'class', elsewhere: other('Refund') }, { by: 'test', elsewhere: other(null) }],
    ['is alone in the page', { by: 'class' }, { by: 'test', count: 2 }],
    ['hangs on an attribute for tests rather than on a label', { by: 'test' }, { by: 'label' }],
    ['hangs on a label rather than on a class', { by: 'label' }, { by: 'class' }],
    ['hangs on anything rather than on its place', { by: 'class' }, { by: 'position' }],
  ])('%s', (_claim, better, worse) => {
    for (const isId of [true, false]) expect(selectors(rankSources([way('.worse', worse), way('.better', better)], isId))).toEqual(['.better', '.worse'])
  })
})

it('an id comes from the address before all else, and a value of a field does not', () => {
  const ways = [way('[data-testid="id"]', { by: 'test' }), way('#url', { by: 'address' })]
  expect([selectors(rankSources(ways, true))[0], selectors(rankSources(ways, false))[0]]).toEqual(['#url', '[data-testid="id"]'])
})

it('an id that another case has as well was not read there', () => {
  const same = way('#id', { here: '1042', wanted: '1042', elsewhere: other('1042') })
  expect([readElsewhere(same, true), readElsewhere(same, false)]).toEqual([0, 1])
})

test.each([
  ['1043', '1042', true],
  ['Counterfeit', '1042', false],
  [null, '1042', false],
  ['Refund', 'Counterfeit', true],
  ['x'.repeat(400), 'Counterfeit', false],
])('%j instead of %j is plausible: %s', (value, here, expected) => expect(isPlausible(value, here)).toBe(expected))

const anyTried = fc.record({
  source: fc.record({ from: fc.constant('selector' as const), selector: fc.stringMatching(/^[a-z]{1,8}$/) }),
  by: fc.constantFrom('test' as const, 'label' as const, 'class' as const, 'position' as const, 'address' as const),
  here: fc.constantFrom('Counterfeit', 'Refund', null),
  wanted: fc.constant('Counterfeit'),
  count: fc.integer({ min: 1, max: 3 }),
  renamed: fc.constantFrom(true, false, null),
  moved: fc.constantFrom(true, false, null),
  elsewhere: fc.array(fc.record({ name: fc.constant('#1'), value: fc.constantFrom('Refund', null) }), { maxLength: 3 }),
})

it('the order is that of what was read, never that in which it came, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyTried, { selector: ({ source }) => source.selector, maxLength: 12 }), fc.boolean(), (tried, isId) => {
      const ranked = rankSources(tried, isId)
      expect(rankSources(tried.toReversed(), isId)).toEqual(ranked)
      expect(ranked.toSorted((a, b) => Number(isRight(b)) - Number(isRight(a)))).toEqual(ranked)
      expect(new Set(ranked)).toEqual(new Set(tried))
    }),
  )
})

describe('a pattern for a part of a text', () => {
  test.each([
    ['Counterfeit', 'Counterfeit', undefined],
    ['Counterfeit', 'Category: Counterfeit', '^Category: (\\S+)$'],
    ['1042', 'Ticket #1042 (3 new)', '^Ticket #(\\d+) \\(\\d+ new\\)$'],
    ['Handbag is fake', '#1042 Handbag is fake | Lumo', '^#\\d+ (.+) \\| Lumo$'],
    ['elsewhere', 'Category: Counterfeit', null],
    ['', 'Category: Counterfeit', null],
    ['x', `x ${'long '.repeat(40)}`, null],
  ])('%j in %j is %j', (value, text, expected) => expect(patternFor(value, text)).toBe(expected))

  it('finds that part again, in whatever text it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.stringMatching(/^[A-Za-z]{2,12}( [A-Za-z]{2,8})?$/),
        fc.string({ maxLength: 30 }),
        (before, value, behind) => {
          const text = `${before} ${value} ${behind}`.replace(/\s+/g, ' ').trim()
          const pattern = patternFor(value, text)
          if (!pattern || text.indexOf(value) !== text.lastIndexOf(value)) return
          expect(firstGroup(pattern, text)).toBe(value)
        },
      ),
    )
  })

  test.each([
    ['Category: Counterfeit', 'Counterfeit'],
    ['Counterfeit', 'Counterfeit'],
    ['12:30', '12:30'],
    ['Seller：atelier', 'atelier'],
  ])('of %j, %j is most likely meant', (text, value) => expect(likelyValue(text)).toBe(value))
})

describe('a first guess from the address', () => {
  test.each([
    ['https://desk.example.com/tickets/1042', '/tickets/*', '1042'],
    ['https://desk.example.com/a/44/tickets/LM-1042/edit', '/a/*/tickets/*/edit', 'LM-1042'],
    ['https://desk.example.com/Ticket/Display.html?id=7', '/Ticket/Display.html', '7'],
    ['https://desk.example.com/app#/orders/1042', '/app', '1042'],
    ['https://desk.example.com/tickets', '/tickets', null],
    ['https://desk.example.com/o/0198a3c2-0000-7000-8000-000000000000', '/o/*', '0198a3c2-0000-7000-8000-000000000000'],
  ])('%s is of the kind %s, case %s', (url, path, id) => {
    const site = guessSite(url)
    const page = site.pages[0]!
    expect(page.path).toBe(path)
    expect(page.caseId[0] ? readSource(page.caseId[0], '', { url, title: '', report: { values: {} } }) : null).toBe(id)
    const profile = { ...site, id: 'desk', version: 1, hash: '', publishedAt: 0 }
    expect(findPage([profile], url)?.page).toBe(page)
  })

  it('a parameter that is the case is asked for, and leads back to it', () => {
    const url = 'https://desk.example.com/Ticket/Display.html?tab=x&id=7'
    expect(guessPage(url)).toMatchObject({ query: ['id'], link: '/Ticket/Display.html?id={case}' })
  })

  test.each(['tickets', 'new', 'v2', 'api', 'Display.html', 'my-inbox'])('%s is no id', (part) => expect(isIdLike(part)).toBe(false))
})

describe('what was found in the page becomes sources', () => {
  const here = { url: 'https://desk.example.com/tickets/1042', title: '#1042 Fake bag | Lumo' }
  const candidate = (raw: string, change: Partial<Candidate> = {}): Candidate => ({
    source: { from: 'selector', selector: '#it' },
    raw,
    count: 1,
    by: 'id',
    renamed: true,
    moved: true,
    ...change,
  })

  it('with a pattern where the value is a part of the text, and what each reads elsewhere', () => {
    const others = [{ name: '#1043', url: 'https://desk.example.com/tickets/1043', title: '#1043 Late | Lumo', values: { 0: 'Category: Shill bidding' } }]
    const [tried] = trySources({ value: 'Counterfeit', as: undefined, candidates: [candidate('Category: Counterfeit')] }, here, others)
    expect(tried).toMatchObject({ source: { pattern: '^Category: (\\S+)$' }, here: 'Counterfeit', elsewhere: [{ name: '#1043', value: null }] })
  })

  it('also from the address and the title, where the value stands there', () => {
    const found = trySources({ value: '1042', as: undefined, candidates: [] }, here, [])
    expect(found.map(({ source, here: read }) => [source.from, read])).toEqual([
      ['url', '1042'],
      ['title', '1042'],
    ])
  })

  it('read as what the lead says it is', () => {
    const [tried] = trySources({ value: '$1,280.00', as: 'money', candidates: [candidate('$1,280.00')] }, here, [])
    expect([tried!.here, tried!.wanted]).toEqual(['1280', '1280'])
  })

  it('never with what is masked everywhere in it', () => {
    const selector = '[aria-label="mira@example.com"]'
    expect(trySources({ value: 'x', as: undefined, candidates: [candidate('x', { source: { from: 'selector', selector } })] }, here, [])).toEqual([])
  })
})
