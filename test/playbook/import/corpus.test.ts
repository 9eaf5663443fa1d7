// Claims about real documents of other people. They are not part of this project: without the folder there is nothing to run on.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Nodes } from 'mdast'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsIn } from '../../../lib/playbook/import/account.ts'
import { importCsv } from '../../../lib/playbook/import/csv.ts'
import { importEspanso } from '../../../lib/playbook/import/espanso.ts'
import type { Imported, SourceFile } from '../../../lib/playbook/import/finding.ts'
import { importMarkdown } from '../../../lib/playbook/import/markdown.ts'
import { importZendesk } from '../../../lib/playbook/import/zendesk.ts'
import { lintPlaybook } from '../../../lib/playbook/lint.ts'
import { readMarkdown } from '../../../lib/playbook/markdown.ts'
import { parsePlaybook } from '../../../lib/playbook/parse.ts'
import { printPlaybook } from '../../../lib/playbook/print.ts'
import { parseSnippet, printSnippet } from '../../../lib/playbook/snippet-file.ts'

const corpus = process.env.HANDRAIL_CORPUS ?? '../shared/corpus'
const hasCorpus = existsSync(corpus)
const absent = hasCorpus ? '' : ` (left out: there is no ${corpus}; HANDRAIL_CORPUS names another place)`

function filesOf(folder: string, ending: string): SourceFile[] {
  const walk = (dir: string): string[] =>
    readdirSync(dir, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)]))
  return walk(join(corpus, folder))
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => ({ file: relative(corpus, path), text: readFileSync(path, 'utf8') }))
}

function expectSound({ playbooks, snippets, dropped }: Imported): void {
  expect(dropped.filter(({ reason }) => reason === 'lost' || reason === 'unwritable')).toEqual([])
  const known = { snippets: snippets.map(({ id }) => id), queues: [], fields: [] }
  for (const { document } of playbooks) {
    const text = printPlaybook(document)
    expect(parsePlaybook(text).document).toEqual(document)
    expect(lintPlaybook(text, known).filter(({ severity }) => severity === 'error')).toEqual([])
  }
  for (const { draft } of snippets) expect(parseSnippet(printSnippet(draft))).toEqual({ draft, problems: [] })
}

describe.skipIf(!hasCorpus)(`the corpus${absent}`, () => {
  let files: SourceFile[]
  let imported: Imported
  beforeAll(() => {
    files = filesOf('', '.md')
    imported = importMarkdown(files, 'auto')
  }, 240_000)

  test('every document becomes sound files, and nothing is lost', { timeout: 240_000 }, () => {
    expect(imported.documents).toBe(files.length)
    expectSound(imported)
  })

  // A second count, by other means than the importer's own: list items as they follow each other, not words in a bag.
  test('nine words of ten of every list item stand together in what was made of its document', { timeout: 240_000 }, () => {
    for (const { file, text } of files) {
      const made = imported.playbooks.filter((playbook) => playbook.file === file).map(({ document }) => printPlaybook(document))
      const replies = imported.snippets.filter((snippet) => snippet.file === file).map(({ draft }) => printSnippet(draft))
      const known = pairsIn(textOf(readMarkdown([...made, ...replies].join('\n'))))
      for (const item of itemsOf(text)) {
        const pairs = [...pairsIn(item)]
        const missing = pairs.filter((pair) => !known.has(pair))
        if (made.length > 0 && missing.length > Math.max(3, pairs.length / 10)) expect.fail(`${file}: ${item}\nmissing: ${missing.join(', ')}`)
      }
    }
  })

  test('Espanso packages, macros and a table become sound snippets, programs refused by name', { timeout: 240_000 }, () => {
    const espanso = importEspanso(filesOf('espanso', '.yml'))
    expectSound(espanso)
    expect(espanso.documents).toBe(34)
    const programs = espanso.dropped.filter(({ reason }) => reason === 'program')
    expect(programs.length).toBeGreaterThan(10)
    for (const { message } of programs)
      expect(message).toMatch(/^.+ is refused: The variable "[^"]+" runs a (script|shell command), which a snippet never does\.$/)
    expectSound(importZendesk(filesOf('zendesk', '.json')))
    const rows = importCsv(filesOf('banking77', '.csv'))
    expect([rows.documents, rows.snippets.length + rows.dropped.length]).toEqual([3080, 3080])
  })
})

function pairsIn(text: string): Set<string> {
  const words = wordsIn(text.replace(/\{%.*?%\}|\{:[^}]*\}/g, ''))
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`))
}

function itemsOf(source: string): string[] {
  const items: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'listItem') {
      const first = node.children[0]
      if (first?.type === 'paragraph') items.push(textOf(first))
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(readMarkdown(source))
  return items
}

/** The words that a reader sees: no addresses, no tags, no marks of steps. */
function textOf(node: Nodes): string {
  if (node.type === 'html' || node.type === 'stepMark' || node.type === 'stepAttributes') return ' '
  if (node.type === 'image') return node.alt ?? ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join(node.type === 'paragraph' || node.type === 'link' ? '' : ' ') : ' '
}
