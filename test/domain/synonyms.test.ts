import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSearch } from '../../lib/domain/search.ts'
import { createThesaurus, wordsOf } from '../../lib/domain/synonyms.ts'
import type { Library } from '../../lib/schema/views.ts'

const lists = [
  ['chargeback', 'dispute', 'payment reversal'],
  ['counterfeit', 'fake', 'not genuine'],
  ['counter-notice', 'put-back request'],
]

test.each([
  ['dispute', [['dispute', 'chargeback|payment reversal']]],
  [
    'Payment-Reversal today',
    [
      ['payment reversal', 'chargeback|dispute'],
      ['today', ''],
    ],
  ],
  ['payment', [['payment', '']]],
  ['disp', [['disp', 'chargeback|payment reversal']]],
  ['dis', [['dis', '']]],
  ['counter', [['counter', '']]],
  [
    'disp today',
    [
      ['disp', ''],
      ['today', ''],
    ],
  ],
  [
    'fake dispute',
    [
      ['fake', 'counterfeit|not genuine'],
      ['dispute', 'chargeback|payment reversal'],
    ],
  ],
  ['  ', []],
] as [string, [string, string][]][])('%j is read as %j', (query, stretches) => {
  const read = createThesaurus(lists)(query).map(({ words, others }) => [words.join(' '), others.map((other) => other.join(' ')).join('|')])
  expect(read).toEqual(stretches)
})

test('no word of a query is lost, whatever the lists are', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd e', 'd', 'e f')
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), fc.array(word, { maxLength: 8 }), (all, query) => {
      const read = createThesaurus(all)(query.join(' '))
      expect(read.flatMap(({ words }) => words)).toEqual(wordsOf(query.join(' ')))
    }),
  )
})

describe('the search with synonyms', () => {
  const playbook = (id: string, title: string, text = '') => ({ id, title, text, version: 1, severity: null, publishedAt: 1 })
  const library: Library = {
    playbooks: [
      playbook('bank', 'Chargeback evidence', 'Answer the bank within seven days.'),
      playbook('listing', 'Counterfeit listing report', 'Compare the serial number.'),
      playbook('seller', 'Seller dispute about a payout'),
      playbook('back', 'Payment reversal by the bank', 'After seven days.'),
    ],
    snippets: [],
    synonyms: lists,
  }
  const search = createSearch(library)
  const found = (query: string) => search(query).map(({ id, also }) => (also.length > 0 ? `${id}: ${also}` : id))

  test.each([
    ['dispute', ['seller', 'bank: chargeback', 'back: payment reversal']],
    ['disput', ['seller', 'bank: chargeback', 'back: payment reversal']],
    ['fake', ['listing: counterfeit']],
    ['not genuine', ['listing: counterfeit']],
    ['dispute seven days', ['bank: chargeback', 'back: payment reversal']],
    ['fake serial', ['listing: counterfeit']],
  ])('%j finds what was typed first, then what means the same, and says why', (query, hits) => {
    const all = found(query)
    expect(all.filter((hit) => hits.includes(hit)).sort()).toEqual([...hits].sort())
    if (hits.includes('seller')) expect(all[0]).toBe('seller')
    expect(hits).toContain(all[0])
  })
  test('a team without synonyms finds what it found before', () => {
    const { synonyms: _, ...plain } = library
    expect(createSearch(plain)('dispute').map(({ id, also }) => [id, also])).toEqual([['seller', []]])
  })
  test('the words that stand for what was typed are set off in the text', () => expect(search('fake')[0]?.words).toContain('counterfeit'))
})
