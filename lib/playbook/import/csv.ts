// Rows of a table of replies to snippets. The first row names the columns; which names count is said here and in docs/import.md.

import { readCsv } from './csv-text.ts'
import { type Imported, logFor, type SourceFile, startImport } from './finding.ts'
import { withVariables } from './placeholders.ts'
import { htmlBody, replyBody } from './reply-body.ts'
import { noteVariables, type SnippetShelf, snippetShelf, titleFrom } from './snippet-shelf.ts'

const columns = {
  body: ['body', 'text', 'content', 'reply', 'message', 'snippet', 'answer', 'response', 'template', 'replacement', 'comment', 'macro text'],
  title: ['title', 'name', 'label', 'subject', 'macro', 'macro name', 'snippet name', 'template name'],
  tags: ['tags', 'tag', 'category', 'categories', 'folder', 'group', 'topic', 'shortcut', 'trigger', 'abbreviation', 'keyword', 'keywords'],
} as const

/** The text as it stands in a snippet, parts and all: what Handrail itself exports. */
const written = 'markdown'

export function importCsv(files: readonly SourceFile[]): Imported {
  const imported = startImport()
  const shelf = snippetShelf(imported)
  for (const source of files) {
    const fault = importTable(source, imported, shelf)
    if (!fault) continue
    imported.documents++
    logFor(source.file, imported).drop(fault.line, 'unreadable', `${fault.message} ${fault.fix}`, source.file)
  }
  return imported
}

function importTable(source: SourceFile, imported: Imported, shelf: SnippetShelf): { line: number; message: string; fix: string } | null {
  const read = readCsv(source.text)
  if ('fault' in read) return read.fault
  const [head, ...rows] = read.rows
  if (!head)
    return { line: 1, message: 'The table is empty.', fix: 'The first line names the columns, such as title,body,tags; each line after it is one snippet.' }
  const names = head.cells.map((cell) => cell.trim().toLowerCase())
  const isWritten = names.includes(written)
  const body = isWritten ? names.indexOf(written) : names.findIndex((name) => is(name, 'body'))
  if (body < 0) {
    const seen = head.cells.map((cell) => `"${cell.trim().slice(0, 30)}"`).join(', ')
    return {
      line: head.line,
      message: `No column holds the text; the first line names ${seen}.`,
      fix: 'Name the column with the text "body", and the one with the title "title".',
    }
  }
  const log = logFor(source.file, imported)
  const title = names.findIndex((name) => is(name, 'title'))
  const tags = names.flatMap((name, index) => (is(name, 'tags') ? [index] : []))
  const used = new Set([body, title, ...tags])
  for (const [index, name] of names.entries()) {
    if (!used.has(index)) log.drop(head.line, 'column', `The column "${head.cells[index]!.trim()}" has no place in a snippet.`, name)
  }
  imported.documents += rows.length
  for (const { line, cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      if (cell.trim() !== '' && !used.has(index))
        log.drop(
          line,
          index < names.length ? 'column' : 'extra-cell',
          index < names.length ? `A value of the column "${names[index]}".` : 'The row has more fields than the first line names.',
          cell,
        )
    }
    const { text, found } = isWritten ? { text: cells[body] ?? '', found: [] } : withVariables(cells[body] ?? '')
    const made = isWritten ? htmlBody(text) : replyBody(text)
    if (made === null) {
      const isEmpty = text.trim() === ''
      log.drop(
        line,
        isEmpty ? 'empty-snippet' : 'unwritable',
        isEmpty ? 'The row has no text.' : 'The text cannot be written as a snippet: it is too long.',
        cells.join(' '),
      )
      continue
    }
    noteVariables(found, line, log)
    if (!made.isExact) log.note(line, 'layout', 'Line ends or signs of this text may come out differently; look at it once.', titleFrom(text))
    const own = title < 0 ? '' : (cells[title] ?? '')
    shelf.keep(
      source.file,
      line,
      own.trim() || firstWords(text),
      tags.flatMap((index) => (cells[index] ?? '').split(/[,;|]/)),
      made.body,
    )
  }
  return null
}

function is(name: string, column: keyof typeof columns): boolean {
  return (columns[column] as readonly string[]).includes(name)
}

function firstWords(text: string): string {
  const words = titleFrom(text.split('\n').find((line) => line.trim() !== '') ?? text)
  return words.length <= 60 ? words : `${words.slice(0, Math.max(words.lastIndexOf(' ', 60), 30))} ...`
}
