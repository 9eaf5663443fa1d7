import { describe, expect, test } from 'vitest'
import { createSearch } from '../../lib/domain/search.ts'
import type { Library } from '../../lib/schema/views.ts'

describe('search', () => {
  const playbook = (id: string, title: string, text: string) => ({ id, title, text, version: 1, severity: null, publishedAt: 1 })
  const snippet = (id: string, title: string, body: string) => ({ id, title, body, tags: ['reply'], version: 1, hash: 'a'.repeat(64), publishedAt: 1 })
  const library: Library = {
    playbooks: [
      playbook('counterfeit', 'Counterfeit listing report', 'serial number brand guide'),
      playbook('takeover', 'Account takeover', 'lock the account'),
    ],
    snippets: [
      snippet('ask-proof', 'Ask for proof of authenticity', 'Please send the receipt.'),
      snippet('chargeback-evidence', 'Chargeback evidence', 'Send tracking.'),
    ],
  }
  const search = createSearch(library)
  test.each([
    ['counterfeit', 'counterfeit'],
    ['counterfiet', 'counterfeit'],
    ['acount takover', 'takeover'],
    ['rec', 'ask-proof'],
    ['charg', 'chargeback-evidence'],
    ['serial', 'counterfeit'],
    ['conterfiet', 'counterfeit'],
    ['authetnicity', 'ask-proof'],
    ['tarcking', 'chargeback-evidence'],
  ])('%s finds %s first', (query, id) => expect(search(query)[0]?.id).toBe(id))
  test('says nothing to nothing', () => expect([search(''), search('   '), createSearch({ playbooks: [], snippets: [] })('x')]).toEqual([[], [], []]))
  test('finds own snippets, marked as such, and previews a snippet as it reads on the case', () => {
    const own = [{ id: '0198c5b0-0000-7000-8000-000000000001', memberId: null, title: 'Zebra words', body: 'Dear {{x}}', createdAt: 1, updatedAt: 1 }]
    const found = createSearch({ ...library, own }, (body) => body.replace('{{x}}', 'Dana'))('zebra')
    expect(found).toMatchObject([{ kind: 'snippet', id: own[0]!.id, isOwn: true, excerpt: 'Dear Dana' }])
  })
  test('of two hits of the same worth the one that is used more comes first', () => {
    const two = createSearch({ playbooks: [], snippets: [snippet('a', 'Refund', 'Same'), snippet('b', 'Refund', 'Same')] })
    const used = (id: string) => two('refund', 5, { pinned: [], recent: [], away: [], used: { [`snippet:${id}`]: 9 } }).map((hit) => hit.id)
    expect([used('a'), used('b')]).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ])
  })
  test('shows what can be read, from the beginning of a word, and no list of trigger words', () => {
    const read = 'Compare the listing with the photographs that the brand has sent to us'
    const one = { ...playbook('knock', 'Knock-off', `${read}\nreplica bootleg`), readable: read.length }
    const found = createSearch({ playbooks: [one], snippets: [] })
    expect(found('bootleg')[0]?.excerpt).toBe(read)
    expect(found('brand')[0]?.excerpt).toMatch(/^… with the photographs that the brand/)
  })
  test('shows the words around the hit', () => expect(search('receipt')[0]?.excerpt).toContain('receipt'))
})
