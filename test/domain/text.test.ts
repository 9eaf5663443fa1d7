import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderSnippet } from '../../lib/domain/render.ts'
import { createSearch } from '../../lib/domain/search.ts'
import type { Library } from '../../lib/schema/views.ts'

describe('renderSnippet', () => {
  test.each([
    ['Hello {{case.requester}},', { 'case.requester': 'Dana' }, 'Hello Dana,', []],
    ['Hello {{ case.requester | there }},', {}, 'Hello there,', []],
    ['Order {{order.id}}', {}, 'Order [order.id]', ['order.id']],
    ['**Do not** pay _outside_ the `app`.', {}, 'Do not pay outside the app.', []],
    ['See [our policy](https://x.example/p).', {}, 'See our policy (https://x.example/p).', []],
    ['Write to [a@b.example](mailto:a@b.example)', {}, 'Write to a@b.example', []],
    ['one\ntwo\n\nthree', {}, 'one two\n\nthree', []],
    ['- one\n- two', {}, '- one\n- two', []],
    ['Regards,  \nTrust team', {}, 'Regards,\nTrust team', []],
    ['snake_case_name and 2*3*4', {}, 'snake_case_name and 2*3*4', []],
  ])('%j becomes %j', (body, values, text, missing) => expect(renderSnippet(body, values)).toEqual({ text, missing }))
  test('a value from the page is text, never Markdown and never a variable', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const { text } = renderSnippet('a {{x}} b', { x: value })
        expect(text).toBe(value.trim() === '' ? 'a [x] b' : `a ${value.trim()} b`)
      }),
    )
    expect(renderSnippet('{{x}}', { x: '**{{y}}**', y: 'secret' }).text).toBe('**{{y}}**')
  })
})

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
  ])('%s finds %s first', (query, id) => expect(search(query)[0]?.id).toBe(id))
  test('says nothing to nothing', () => expect([search(''), search('   '), createSearch({ playbooks: [], snippets: [] })('x')]).toEqual([[], [], []]))
  test('shows the words around the hit', () => expect(search('receipt')[0]?.excerpt).toContain('receipt'))
})
