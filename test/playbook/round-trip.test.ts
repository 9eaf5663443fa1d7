import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCondition, printCondition } from '../../lib/playbook/condition-text.ts'
import { lintPlaybook } from '../../lib/playbook/lint.ts'
import { normalInline } from '../../lib/playbook/normal-inline.ts'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import { printPlaybook } from '../../lib/playbook/print.ts'
import { parseSite } from '../../lib/playbook/site-file.ts'
import { parseSnippet, printSnippet } from '../../lib/playbook/snippet-file.ts'
import type { Block } from '../../lib/schema/rich-text.ts'
import { condition, playbook, words } from './arbitrary-document.ts'

// The small lane repeats one seed, so that a landing never fails on a find of its own; HANDRAIL_FUZZ looks further, with a new one each time.
const fuzz = process.env.HANDRAIL_FUZZ
const runs = fuzz ? { numRuns: Number(fuzz) } : { numRuns: 200, seed: 20_261_122 }
const patience = 120_000 + runs.numRuns * 200

describe('round trip', () => {
  test('a printed playbook is read back as the same document, without problems, and printed the same', { timeout: patience }, () => {
    fc.assert(
      fc.property(playbook, (document) => {
        const markdown = printPlaybook(document)
        const read = parsePlaybook(markdown)
        expect(read.problems).toEqual([])
        expect(read.document).toEqual(document)
        expect(printPlaybook(read.document!)).toBe(markdown)
      }),
      runs,
    )
  })

  // Finds of earlier runs, so that no seed is needed to meet them again.
  const list = (...items: Block[][]): Block => ({ type: 'list', ordered: false, items })
  const line: Block = { type: 'paragraph', children: [{ type: 'text', text: 'a' }] }
  test.each([
    ['a line with empty lists below it', [list([list([line, list([list([])], [])])])]],
    [
      'an underscore after a rare letter in emphasis',
      [
        {
          type: 'paragraph',
          children: [
            {
              type: 'emphasis',
              children: [
                { type: 'text', text: '1e3' },
                { type: 'strong', children: [{ type: 'text', text: '\u{66e4d}__a__]}' }] },
              ],
            },
          ],
        },
      ],
    ],
    ['a quoted empty list below a line', [list([line, list([{ type: 'quote', children: [list([]), line] }])])]],
    ['empty lists in a row', [list([list([]), list([list([list([])], [])])])]],
    [
      'a control character beside emphasis',
      [
        {
          type: 'paragraph',
          children: normalInline([
            { type: 'strong', children: [{ type: 'link', url: 'mailto:a@b.c', children: [{ type: 'text', text: '[' }] }] },
            { type: 'text', text: '\u000e' },
            { type: 'code', text: 'a' },
          ]),
        },
      ],
    ],
  ] as [string, Block[]][])('%s is read back', (_, intro) => {
    const document = { ...parsePlaybook('---\ntitle: A\n---\n').document!, intro }
    expect(parsePlaybook(printPlaybook(document)).document).toEqual(document)
  })

  test('whatever a person writes settles after one print', { timeout: patience }, () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const first = parsePlaybook(text)
        if (!first.document || first.problems.some((problem) => problem.severity === 'error')) return
        const printed = printPlaybook(first.document)
        expect(parsePlaybook(printed)).toEqual({ document: first.document, problems: [] })
      }),
      runs,
    )
  })

  test('a printed condition is read back as the same condition', { timeout: patience }, () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(parseCondition(printCondition(one))).toEqual({ condition: one })
      }),
      runs,
    )
  })

  test('a printed snippet is read back as the same snippet', { timeout: patience }, () => {
    fc.assert(
      fc.property(
        words,
        // A tag has 40 characters at most.
        fc.array(
          words.filter((tag) => tag.length <= 40),
          { maxLength: 2 },
        ),
        fc.constantFrom('Hello {{case.requester}},\n\nthank you.', 'a *b*\n\n---\nc: d'),
        (title, tags, body) => {
          const draft = { title, tags, body }
          expect(parseSnippet(printSnippet(draft))).toEqual({ draft, problems: [] })
        },
      ),
      runs,
    )
  })
})

test('no text makes a parser throw', { timeout: patience }, () => {
  fc.assert(
    fc.property(fc.oneof(markdown, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
      for (const read of [parsePlaybook, parseSnippet, parseSite]) expect(read(text).problems.map((problem) => problem.code)).not.toContain('unreadable')
      expect(lintPlaybook(text, { snippets: [], queues: ['a'], fields: ['a'] })).toBeInstanceOf(Array)
    }),
    runs,
  )
})

const start = fc.constantFrom(
  '- [ ] ',
  '- (?) ',
  '- [!] ',
  '- [=] ',
  '* [ ] ',
  '- ',
  '1. ',
  '## ',
  '### ',
  '> ',
  '    ',
  '',
  '| a | b |\n| - | - |\n| ',
  '```\n',
  '- [x] ',
)
const end = fc.constantFrom(
  '',
  '',
  ' {optional}',
  ' {#a}',
  ' {when: a = 1,\n  optional}',
  ' {snippet: a}',
  ' {input: text, save: a}',
  ' {',
  '\\',
  '  ',
  ' {when: a = "',
  '{}',
)
const written = fc.tuple(fc.constantFrom('', '', '  ', '    ', '      '), start, words, end).map((parts) => parts.join(''))
const front = fc.constantFrom(
  '---\ntitle: A\n---\n',
  '---\ntitle: A\ntriggers:\n  - url: "*"\n---\n',
  '',
  '---\n',
  '---\n- a: *b\n---\n',
  '---\ntitle: [a\n---\n',
)
const markdown = fc
  .tuple(front, fc.array(written, { maxLength: 12 }), fc.constantFrom('\n', '\n\n', '\r\n'))
  .map(([head, lines, gap]) => head + lines.join(gap))
