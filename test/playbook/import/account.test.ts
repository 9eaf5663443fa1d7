import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unaccounted } from '../../../lib/playbook/import/account.ts'
import { importMarkdown } from '../../../lib/playbook/import/markdown.ts'
import type { Purpose } from '../../../lib/playbook/import/step-lists.ts'
import { lintPlaybook } from '../../../lib/playbook/lint.ts'
import { parsePlaybook } from '../../../lib/playbook/parse.ts'
import { printPlaybook } from '../../../lib/playbook/print.ts'
import { parseSnippet, printSnippet } from '../../../lib/playbook/snippet-file.ts'

const fuzz = process.env.HANDRAIL_FUZZ
const runs = fuzz ? { numRuns: Number(fuzz) } : { numRuns: 150, seed: 20_261_122 }

/** A line in which `%` stands for a word that is in no other line. */
const line = fc.constantFrom(
  'Check % and %',
  '%',
  '**%** then %',
  'If % is %, ask %',
  'If % is %, ask %. Otherwise, tell %',
  'Otherwise, tell %',
  'Otherwise, if %, send %',
  'If possible, % the %',
  'Yes: %',
  'No, %',
  'Is %?',
  'See [%](https://a.b/c) and [%](%.md "%")',
  '`%` and ![%](%.png)',
  '<b>%</b> <span title="%">%</span> <!-- % -->',
  '<% %> {{%}} {%',
  'Hello [% %], %',
  '%: {#%} [%][%]',
  '[ ] %',
  '(?) %',
  '{{< % >}} {: .% }',
  '',
)
const mark = fc.constantFrom(
  '- ',
  '1. ',
  '* ',
  '- [ ] ',
  '2. ',
  '- [x] ',
  '> ',
  '   ',
  '## ',
  '### ',
  '# ',
  '',
  '> [!NOTE] ',
  '!!! note "%" ',
  '| % | ',
  '```\n',
  '***\n',
  '<div>',
  '## Step 2: ',
)
const written = fc.tuple(fc.constantFrom('', '', '', '  ', '    ', '       '), mark, line).map((parts) => parts.join(''))
const front = fc.constantFrom('', '', '---\ntitle: %\nlayout: %\n---\n', '+++\nowner = "%"\n+++\n', '---\n- %\n---\n')
const documentText = fc.tuple(front, fc.array(written, { minLength: 1, maxLength: 14 }), fc.constantFrom('\n', '\n', '\n\n')).map(([head, lines, gap]) => {
  let count = 0
  return (head + lines.join(gap)).replace(/%/g, () => `w${count++}x`)
})

describe('nothing is lost in silence', () => {
  test('every word of a document is in a file that was made, or named as dropped', { timeout: 60_000 + runs.numRuns * 400 }, () => {
    fc.assert(
      fc.property(documentText, fc.constantFrom<Purpose>('auto', 'checklist', 'reference'), (text, purpose) => {
        const { playbooks, snippets, dropped, notes } = importMarkdown([{ file: 'a.md', text }], purpose)
        const kept = [...playbooks.map(({ document }) => printPlaybook(document)), ...snippets.map(({ draft }) => printSnippet(draft))]
        const said = [...dropped, ...notes.filter(({ reason }) => reason === 'variable')].map(({ text: words }) => words)
        const all = [...kept, ...said].join('\n').toLowerCase()
        const lost = (text.match(/w\d+x/g) ?? []).filter((word) => !new RegExp(`${word}(?!\\d)`).test(all))
        expect(lost).toEqual([])
        expect(dropped.filter(({ reason }) => reason === 'lost' || reason === 'unwritable')).toEqual([])
      }),
      runs,
    )
  })

  test('what was made passes lint and comes back from its own text', { timeout: 60_000 + runs.numRuns * 400 }, () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const { playbooks, snippets } = importMarkdown([{ file: 'a.md', text }], 'auto')
        const known = { snippets: snippets.map(({ id }) => id), queues: [], fields: [] }
        for (const { document } of playbooks) {
          const printed = printPlaybook(document)
          expect(lintPlaybook(printed, known).filter(({ severity }) => severity === 'error')).toEqual([])
          expect(parsePlaybook(printed).document).toEqual(document)
        }
        for (const { draft } of snippets) expect(parseSnippet(printSnippet(draft))).toEqual({ draft, problems: [] })
      }),
      runs,
    )
  })

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(importMarkdown([{ file: 'a.md', text }], 'auto').documents).toBe(1)
      }),
      runs,
    )
  })

  test('a word that was not carried over is found, with its line', () => {
    const source = '# Fakes\n\n1. Look\n2. Compare the seam'
    const { playbooks } = importMarkdown([{ file: 'a.md', text: source }], 'auto')
    expect(unaccounted(source, playbooks, [], [])).toEqual([])
    for (const section of playbooks[0]!.document.sections) section.steps.pop()
    expect(unaccounted(source, playbooks, [], [])).toEqual([{ line: 4, text: 'compare the seam' }])
  })
})
