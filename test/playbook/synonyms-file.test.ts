import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSynonyms, printSynonyms } from '../../lib/playbook/synonyms-file.ts'

const lists = (count: number) => Array.from({ length: count }, (_, index) => `- [a${index}, b${index}]`).join('\n')
const words = (count: number) => `- [${Array.from({ length: count }, (_, index) => `w${index}`).join(', ')}]`

test.each([
  ['chargeback: dispute', 'shape', '1:1'],
  ['- [a, b]\n- chargeback', 'shape', '2:3'],
  ['- [chargeback]', 'one-word', '1:3'],
  ['- []', 'one-word', '1:3'],
  ['- [a, b]\n- [c, A]', 'duplicate-word', '2:7'],
  ['- [a, b, a]', 'duplicate-word', '1:10'],
  ['- [payment reversal, Payment-Reversal]', 'duplicate-word', '1:22'],
  ['- [a, "..."]', 'word', '1:7'],
  ['- [a, [b]]', 'word', '1:7'],
  [`- [a, ${'b'.repeat(61)}]`, 'too-long', '1:7'],
  [words(21), 'too-many', '1:3'],
  [lists(301), 'too-many', '301:3'],
  ['- [a, b', 'yaml', '1:8'],
  ['- [a, *b]', 'yaml', '1:7'],
])('%j is refused as %s at %s', (text, code, at) => {
  const { draft, problems } = parseSynonyms(text)
  expect(draft).toBeNull()
  expect(problems.map((problem) => [problem.code, `${problem.line}:${problem.column}`])[0]).toEqual([code, at])
  for (const { message, fix } of problems.filter((problem) => problem.code !== 'yaml'))
    expect([message, fix].every((sentence) => /\.$/.test(sentence))).toBe(true)
})

test.each(['', '# nothing yet\n', '[]'])('%j is a file without lists', (text) => expect(parseSynonyms(text)).toEqual({ draft: { lists: [] }, problems: [] }))

test('a duplicate names the line of the first, and what to do', () =>
  expect(parseSynonyms('- [chargeback, dispute]\n\n- [dispute, claim]').problems).toMatchObject([
    { line: 3, message: '"dispute" stands in line 1 already.', fix: 'Join the two lists, or remove the word from one of them.' },
  ]))

test('what is printed is read as the same lists, and printed the same again', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}( [a-z]{1,8}|: x|, y|#)?$/)
  const drafts = fc
    .uniqueArray(word, { minLength: 2, maxLength: 12, selector: (text) => text.replace(/[^a-z0-9]+/g, ' ').trim() })
    .map((all) => ({ lists: [all.slice(0, 2), ...(all.length > 3 ? [all.slice(2)] : [])] }))
  fc.assert(
    fc.property(drafts, (draft) => {
      const text = printSynonyms(draft)
      expect(parseSynonyms(text)).toEqual({ draft, problems: [] })
    }),
  )
})

test('the starter library has its own, without a fault', () => {
  const { draft, problems } = parseSynonyms(readFileSync('playbooks/synonyms.yaml', 'utf8'))
  expect(problems).toEqual([])
  expect(draft?.lists.length).toBeGreaterThanOrEqual(25)
})
