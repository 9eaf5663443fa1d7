import { describe, expect, test } from 'vitest'
import { importMarkdown } from '../../../lib/playbook/import/markdown.ts'
import { lintPlaybook } from '../../../lib/playbook/lint.ts'
import { parsePlaybook } from '../../../lib/playbook/parse.ts'
import { printPlaybook } from '../../../lib/playbook/print.ts'
import type { Step } from '../../../lib/schema/playbook.ts'
import { bodyOf, imported, reasons } from './imported.ts'

describe('documents', () => {
  test('a link between two of them is a link between playbooks', () => {
    const found = importMarkdown(
      [
        { file: 'a/one.md', text: '1. See [two](../b/two.md#x)\n2. See [all](../b/)' },
        { file: 'b/two.md', text: '1. Look' },
        { file: 'b/README.md', text: 'All of it.' },
      ],
      'auto',
    )
    expect(bodyOf(found)).toBe('## Steps\n\n- [ ] See [two](playbook:two)\n- [ ] See [all](playbook:b)')
  })
  test('the same name in two folders gives two ids', () => {
    const found = importMarkdown(
      ['a/x.md', 'b/x.md', 'c/x-y.md'].map((file) => ({ file, text: '1. Look' })),
      'auto',
    )
    expect(found.playbooks.map(({ id }) => id)).toEqual(['a-x', 'b-x', 'x-y'])
  })
  test('an empty one is named, and one that is all text is a reference', () => {
    const found = importMarkdown(
      [
        { file: 'a.md', text: '\n' },
        { file: 'b.md', text: 'Only words.' },
      ],
      'auto',
    )
    expect([reasons(found), found.documents, found.playbooks.map(({ kind }) => kind)]).toEqual([['1 empty-document'], 2, ['reference']])
  })
  test('a person says what cannot be known', () => {
    const text = 'Rules.\n\n- no fakes\n- no spam\n- no noise'
    const as = (purpose: 'auto' | 'checklist' | 'reference') =>
      importMarkdown([{ file: 'a.md', text }], purpose).playbooks.map(({ kind, isUnsure }) => [kind, isUnsure])
    expect([as('auto'), as('checklist'), as('reference')]).toEqual([[['reference', true]], [['checklist', false]], [['reference', false]]])
  })
  test('more steps than a playbook holds become parts', () => {
    const found = imported(Array.from({ length: 700 }, (_, at) => `1. Check ${at}`).join('\n'))
    expect(found.playbooks.map(({ id, document }) => [id, document.title])).toEqual([
      ['fake-item', 'Fake item (part 1)'],
      ['fake-item-part-2', 'Fake item (part 2)'],
      ['fake-item-part-3', 'Fake item (part 3)'],
    ])
    const steps = found.playbooks.flatMap(({ document }) => document.sections.flatMap((section): Step[] => section.steps))
    expect(steps).toHaveLength(700)
  })
  test('one that is too large or too deep is refused with the remedy', () => {
    expect(imported('a'.repeat(200_001)).dropped).toMatchObject([{ line: 1, reason: 'unreadable', message: expect.stringContaining('Split it') }])
  })
  test('a line that no text may be as long as is refused at its place', () => {
    expect(imported(`1. Look\n\n${'a '.repeat(10_001)}`).dropped).toMatchObject([
      { line: 3, reason: 'unreadable', message: expect.stringContaining('Split it') },
    ])
  })
  test('a playbook of ours comes through as it is, its snippets named', () => {
    const own = '---\ntitle: A\n---\n\n## Do\n\n- [ ] Look {evidence: note}\n- [ ] Reply {snippet: hello}\n'
    const found = imported(own)
    expect(bodyOf(found)).toBe('## Do\n\n- [ ] Look {evidence: note}\n- [ ] Reply')
    expect(found.dropped).toMatchObject([{ reason: 'snippet', text: 'hello' }])
  })
  test('every result is free of errors and prints the same again', () => {
    const { playbooks, snippets } = imported(
      '# A\n\n1. If it is [x], do {this}\n2. (?) no\n3. \\* odd {#id}\n\n> Hello [you]\n\n## B {#b}\n\n- [ ] <!-- c --> d',
    )
    for (const { document } of playbooks) {
      const text = printPlaybook(document)
      const known = { snippets: snippets.map(({ id }) => id), queues: [], fields: [] }
      expect(lintPlaybook(text, known).filter(({ severity }) => severity === 'error')).toEqual([])
      expect(parsePlaybook(text).document).toEqual(document)
    }
  })
})
