import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRedaction, printRedaction } from '../../lib/playbook/redaction-file.ts'

const unsaid = { email: true, phone: true, mask: [], keep: [] }

test.each([
  ['- email', 'shape', '1:1'],
  ['emial: mask', 'unknown-key', '1:1'],
  ['email: maybe', 'choice', '1:8'],
  ['phone: [mask]', 'choice', '1:8'],
  ['mask: loyalty', 'shape', '1:7'],
  ['mask:\n  name: a', 'shape', '2:3'],
  ['mask:\n  - name: a', 'rule', '2:5'],
  ["mask:\n  - name: 'a]b'\n    pattern: x", 'rule', '2:5'],
  [`mask:\n  - name: ${'a'.repeat(41)}\n    pattern: x`, 'rule', '2:5'],
  ["mask:\n  - name: a\n    pattern: '('", 'pattern', '3:14'],
  ["mask:\n  - name: a\n    pattern: '(?=x)'", 'pattern', '3:14'],
  ["mask:\n  - name: a\n    pattern: ''", 'pattern', '3:14'],
  ["keep:\n  - ''", 'word', '2:5'],
  ['keep:\n  - [a]', 'word', '2:5'],
  [`keep:\n  - ${'a'.repeat(101)}`, 'word', '2:5'],
  ["keep:\n  - pattern: '['", 'pattern', '2:14'],
  [`keep: [${'a, '.repeat(200)}b]`, 'too-many', '1:608'],
  ['keep: [*a]', 'yaml', '1:8'],
])('%j is refused as %s at %s', (text, code, at) => {
  const { draft, problems } = parseRedaction(text)
  expect(draft).toBeNull()
  expect(problems.map((problem) => [problem.code, `${problem.line}:${problem.column}`])[0]).toEqual([code, at])
})

test.each(['', '# nothing yet\n', 'keep:\n', 'mask: []'])('%j says nothing, so that both kinds are masked', (text) =>
  expect(parseRedaction(text)).toEqual({ draft: unsaid, problems: [] }),
)

test('what is printed is read as the same rules', () => {
  const pattern = fc.stringMatching(/^[a-z\\d:#'"-]{1,20}$/).filter((text) => !text.includes('\\') && text.trim() === text)
  const word = fc.stringMatching(/^[A-Za-z0-9@:#' .-]{1,20}$/).filter((text) => text.trim() === text)
  const drafts = fc.record({
    ...{ email: fc.boolean(), phone: fc.boolean(), mask: fc.array(fc.record({ name: word, pattern }), { maxLength: 4 }) },
    keep: fc.array(fc.oneof(word, fc.record({ pattern })), { maxLength: 4 }),
  })
  fc.assert(
    fc.property(drafts, (draft) => {
      expect(parseRedaction(printRedaction(draft))).toEqual({ draft, problems: [] })
    }),
  )
})

test('the starter library has its own, without a fault', () => {
  const { draft, problems } = parseRedaction(readFileSync('playbooks/redaction.yaml', 'utf8'))
  expect(problems).toEqual([])
  expect(draft).toMatchObject({ email: true, phone: true })
})
