// Where a profile cannot tell which case is on screen, the case is its address and what is selected: never another case's id.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPage, plainContext, readCase } from '../../lib/domain/site.ts'
import type { FieldSource, SitePage, SiteProfile } from '../../lib/schema/site.ts'

const page: SitePage = { name: 'Ticket', path: '/tickets/*', caseId: [], fields: [], reply: [] }
const profile = (caseId: FieldSource[], origins = ['https://desk.example']): SiteProfile => {
  return { id: 'desk', version: 1, hash: 'c'.repeat(64), name: 'Desk', origins, pages: [{ ...page, caseId }], verified: null, publishedAt: 1 }
}
const here = 'https://desk.example/tickets/open?view=mine'

interface Seen {
  sources: FieldSource[]
  values?: Record<string, string | null>
  url?: string
  title?: string
  origins?: string[]
}

function read({ sources, values = {}, url = here, title = 'Tickets', origins }: Seen) {
  const found = findPage([profile(sources, origins)], url)
  if (!found) throw new Error(`No page claims ${url}`)
  return readCase({ ...found, url, title, report: { values, text: '', selection: 'these words', added: false }, at: 9 })
}

const selector: FieldSource = { from: 'selector', selector: '#id' }
const path = (pattern: string): FieldSource => ({ from: 'url', part: 'path', pattern })
const query: FieldSource = { from: 'url', part: 'query', name: 'id' }

const noId: [claim: string, seen: Seen][] = [
  ['no source at all', { sources: [] }],
  ['an element that is not there', { sources: [selector], values: { '#0': null } }],
  ['an element of which the page says nothing', { sources: [selector] }],
  ['an empty element', { sources: [selector], values: { '#0': ' \n ' } }],
  ['a report that answers what was not asked', { sources: [selector], values: { '#1': '77', 'case.id#0': '77', '': '77' } }],
  ['an address in which the pattern is not found', { sources: [path('^/tickets/(\\d+)$')] }],
  ['a pattern that cannot be read', { sources: [path('(?<=tickets/)\\w+')] }],
  ['a pattern whose group took no part', { sources: [path('^/tickets/(?:open|(\\d+))')] }],
  ['a text that is not the id it is said to be', { sources: [{ ...selector, as: 'id' }], values: { '#0': 'Tickets 77 and 78' } }],
  ['a number that can be read in two ways', { sources: [{ ...selector, as: 'number' }], values: { '#0': '1.077' } }],
  ['a whole piece of the page', { sources: [selector], values: { '#0': 'Ticket 77 '.repeat(30) } }],
  ['a parameter that is missing', { sources: [query] }],
  ['a parameter that is empty', { sources: [query], url: `${here}&id=` }],
  ['a parameter that stands twice with two values', { sources: [query], url: `${here}&id=77&id=78` }],
  ['a title of another page', { sources: [{ from: 'title', pattern: '^#(\\d+)' }], title: 'Tickets (77)' }],
  ['a hash that is no case', { sources: [{ from: 'url', part: 'hash', pattern: '^/orders/(\\d+)' }], url: `${here}#/orders/new` }],
  ['several sources, none of which gives one', { sources: [selector, query, path('(\\d+)')], values: { '#0': '' } }],
]

describe('without an id', () => {
  test.each(noId)('%s, the case is its address and the selection', (_claim, seen) => {
    const { key, caseId, url, selection, siteId } = read(seen)
    const plain = plainContext({ url: seen.url ?? here, title: '', selection: 'these words', access: 'page', at: 9 })
    expect({ key, caseId, url, selection, siteId }).toEqual({ key: plain.key, caseId: null, url: plain.url, selection: 'these words', siteId: 'desk' })
  })

  test('two addresses are two cases, whatever the page says', () => {
    const address = fc.integer({ min: 1, max: 40 }).map((number) => `https://desk.example/tickets/new-${number}`)
    const said = fc.dictionary(fc.constantFrom('#1', '#2', 'case.id#0', ''), fc.option(fc.string()))
    fc.assert(
      fc.property(address, address, said, said, (one, other, saidHere, saidThere) => {
        const [first, second] = [read({ sources: [selector], values: saidHere, url: one }), read({ sources: [selector], values: saidThere, url: other })]
        expect(first.key === second.key).toBe(one === other)
      }),
    )
  })

  test('nothing leads back to a case', () => {
    const [found] = [findPage([{ ...profile([]), pages: [{ ...page, link: '/tickets/{case}' }] }], here)!]
    expect(readCase({ ...found, url: here, title: '', report: { values: {}, text: '', selection: '', added: false }, at: 9 }).url).toBe(here)
  })
})

describe('with an id', () => {
  test.each<[string, Seen, string]>([
    ['the next source counts where the first gives none', { sources: [selector, query], values: { '#0': '' }, url: `${here}&id=77` }, 'desk:77'],
    ['the next source counts where the first is no id', { sources: [selector, query], values: { '#0': 'x'.repeat(201) }, url: `${here}&id=77` }, 'desk:77'],
    ['two hundred characters are one', { sources: [selector], values: { '#0': 'x'.repeat(200) } }, `desk:${'x'.repeat(200)}`],
    ['a parameter may stand twice with one value', { sources: [query], url: `${here}&id=77&id=77` }, 'desk:77'],
    ['the page cannot overrule the address', { sources: [query, selector], values: { '#0': '666', '#1': '666' }, url: `${here}&id=77` }, 'desk:77'],
    ['any port of this machine is one application', { sources: [query], url: 'http://127.0.0.1:81/tickets/a?id=7', origins: ['http://127.0.0.1:*'] }, 'desk:7'],
    [
      'a host below a wildcard belongs to the case',
      { sources: [query], url: 'https://eu.desk.example/tickets/a?id=7', origins: ['https://*.desk.example'] },
      'desk:eu.desk.example/7',
    ],
    [
      'a host that is also named to the letter does not',
      { sources: [query], url: 'https://eu.desk.example/tickets/a?id=7', origins: ['https://*.desk.example', 'https://eu.desk.example'] },
      'desk:7',
    ],
  ])('%s', (_claim, seen, key) => expect(read(seen).key).toBe(key))

  test('two installations below a wildcard never share a case', () => {
    const host = fc.constantFrom('eu', 'us', 'sandbox', 'a.b')
    const id = fc.stringMatching(/^[\w/.-]{1,12}$/)
    fc.assert(
      fc.property(host, host, id, id, (one, other, first, second) => {
        const keyOf = (where: string, which: string) =>
          read({ sources: [selector], values: { '#0': which }, url: `https://${where}.desk.example/tickets/1`, origins: ['https://*.desk.example'] }).key
        expect(keyOf(one, first) === keyOf(other, second)).toBe(one === other && first === second)
      }),
    )
  })
})
