import { describe, expect, test } from 'vitest'
import {
  beginDraft,
  isBehind,
  onPage,
  type ProfileDraft,
  pageOf,
  published,
  raised,
  readDraft,
  sourcesAt,
  withChosen,
  withField,
  withPage,
  withSources,
} from '../../lib/domain/profile-draft.ts'
import type { FieldSource, SitePage, SiteProfile } from '../../lib/schema/site.ts'

const ticket: SitePage = {
  name: 'Ticket',
  path: '/tickets/*',
  caseId: [{ from: 'url', part: 'path', pattern: '^/tickets/(\\d+)' }],
  fields: [{ name: 'case.category', label: 'Category', sources: [{ from: 'label', label: 'Category' }] }],
  text: '#talk',
  reply: ['#reply'],
}
const desk: SiteProfile = {
  id: 'desk',
  version: 3,
  hash: 'a'.repeat(64),
  name: 'Desk',
  origins: ['https://desk.example.com'],
  pages: [ticket, { ...ticket, name: 'Search', path: '/find', query: ['q'] }],
  verified: 'Desk 4, 2026-11-01',
  publishedAt: 1,
}
const here = 'https://desk.example.com/tickets/1042'
const begun = () => beginDraft([desk], here)
const byId = (selector: string): FieldSource => ({ from: 'selector', selector })

describe('a draft begins', () => {
  test('from the profile of the site, at the page that fits', () => {
    expect(begun()).toMatchObject({ id: 'desk', base: 3, at: 0 })
    expect(beginDraft([desk], 'https://desk.example.com/find?q=bag')).toMatchObject({ base: 3, at: 1 })
  })
  test('with one more page where none of the profile fits, under a name that is free', () => {
    const draft = beginDraft([{ ...desk, pages: [{ ...ticket, name: 'Case' }] }], 'https://desk.example.com/orders/77')
    expect(draft).toMatchObject({ base: 3, at: 1 })
    expect(pageOf(draft)).toMatchObject({ name: 'Page 2', path: '/orders/*' })
    expect(draft.site.pages).toHaveLength(2)
  })
  test('anew for a site that no profile knows, under an id that is free', () => {
    const other = { ...desk, id: 'help-example-org', origins: ['https://elsewhere.example.org'] }
    expect(beginDraft([desk, other], 'https://help.example.org/case/5')).toMatchObject({
      id: 'help-example-org-2',
      base: null,
      at: 0,
      site: { name: 'help.example.org', origins: ['https://help.example.org'], verified: null },
    })
  })
  test('and is the same one beside another case of the same kind', () => {
    const draft = begun()
    expect(onPage(draft, 'https://desk.example.com/tickets/7')).toBe(draft)
  })
})

describe('what is kept of it', () => {
  test('reads back as it was', () => expect(readDraft(JSON.stringify(begun()))).toEqual(begun()))
  test.each(['', 'null', '[]', '{}', '{"id":"desk","at":4,"site":{"origins":[],"pages":[]}}'])('%s is no draft', (text) => expect(readDraft(text)).toBeNull())
})

describe('a row', () => {
  test.each([
    ['caseId', [byId('#id')], { caseId: [byId('#id')] }],
    ['text', [byId('#a'), byId('#b')], { text: '#a' }],
    ['reply', [byId('#a'), byId('#b')], { reply: ['#a', '#b'] }],
    ['notes', [byId('#n')], { notes: ['#n'] }],
    ['fields.0', [byId('#f')], { fields: [{ name: 'case.category', label: 'Category', sources: [byId('#f')] }] }],
  ] as const)('%s takes the ways that it is given', (row, sources, page) => {
    const draft = withSources(begun(), row, [...sources])
    expect(pageOf(draft)).toEqual({ ...ticket, ...page })
    expect(sourcesAt(pageOf(draft), row)).toEqual(row === 'text' ? sources.slice(0, 1) : sources)
  })
  test.each(['text', 'notes'] as const)('%s without a way is left out of the page', (row) => {
    expect(pageOf(withSources(withSources(begun(), row, [byId('#a')]), row, []))).not.toHaveProperty(row)
  })
  test('keeps what it had behind what was chosen, each once', () => {
    const known: FieldSource = { from: 'label', label: 'Category' }
    expect(sourcesAt(pageOf(withChosen(begun(), 'fields.0', [byId('#c'), known])), 'fields.0')).toEqual([byId('#c'), known])
    expect(sourcesAt(pageOf(withChosen(begun(), 'reply', [byId('#box')])), 'reply')).toEqual([byId('#box'), byId('#reply')])
  })
  test('of a field goes with it', () => expect(pageOf(withField(begun(), 0, null)).fields).toEqual([]))
  test('way is tried earlier', () => expect(raised(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']))
})

describe('a change', () => {
  test('is of the page on screen alone', () => {
    const { site } = withPage(begun(), { name: 'Case', link: '' })
    expect(site.pages).toEqual([{ ...ticket, name: 'Case' }, desk.pages[1]])
  })
  test.each<[number | null, SiteProfile | null, boolean]>([
    [3, desk, false],
    [2, desk, true],
    [null, desk, true],
    [null, null, false],
  ])('made from version %s is behind what the team has, or not', (base, newest, is) => {
    const draft: ProfileDraft = { ...begun(), base }
    expect(isBehind(draft, newest)).toBe(is)
  })
  test('is published as verified by who looked, and as not verified without them', () => {
    expect(published(begun(), { name: 'Lea', at: Date.UTC(2026, 10, 23) }).verified).toBe('Looked at by Lea, 2026-11-23')
    expect(published(begun(), null)).toEqual({ name: desk.name, origins: desk.origins, pages: desk.pages, verified: null })
  })
})
