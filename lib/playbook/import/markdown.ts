// Markdown documents to playbooks and snippets. Nothing is lost without being named: what no file holds is in `dropped`.
import type { PlaybookDocument, Step } from '../../schema/playbook.ts'
import { plainLines, readMarkdown } from '../markdown.ts'
import { parsePlaybook } from '../parse.ts'
import { printPlaybook } from '../print.ts'
import { createReport } from '../problem.ts'
import { startReading } from '../reading.ts'
import { isReadable } from '../text-limits.ts'
import { unaccounted } from './account.ts'
import { checklistSections, countSteps, referenceSections, useTitle } from './assemble.ts'
import { type Chapter, chaptersOf } from './chapters.ts'
import { cleanRoot, definitionsOf } from './clean-tree.ts'
import { fileIds, linkResolver } from './file-ids.ts'
import { type Imported, type ImportedPlaybook, type Log, logFor, type SourceFile, startImport } from './finding.ts'
import { inParts, settled } from './fit.ts'
import { type Foreign, plain } from './foreign.ts'
import { readForeignFront } from './foreign-front.ts'
import { freeId, type SnippetShelf, snippetShelf } from './snippet-shelf.ts'
import { plainSource } from './source-lines.ts'
import type { Purpose } from './step-lists.ts'
import { isMostlyText } from './weight.ts'

export function importMarkdown(files: readonly SourceFile[], purpose: Purpose): Imported {
  const imported = startImport()
  const shelf = snippetShelf(imported)
  const written = files.filter(({ text }) => text.trim() !== '')
  const ids = fileIds(written.map(({ file }) => file))
  const taken = new Set(ids.values())
  imported.documents = files.length
  for (const { file, text } of files) {
    const log = logFor(file, imported)
    const id = ids.get(file)
    if (id === undefined) log.drop(1, 'empty-document', 'The document is empty.', '')
    else importDocument({ file, text }, id, { ids, taken, shelf, purpose, log, imported })
  }
  return imported
}

/** The format holds no longer text, and reading one takes longer than a person waits. */
const longestLine = 20_000

interface Import {
  ids: ReadonlyMap<string, string>
  taken: Set<string>
  shelf: SnippetShelf
  purpose: Purpose
  log: Log
  imported: Imported
}

function importDocument({ file, text }: SourceFile, id: string, { ids, taken, shelf, purpose, log, imported }: Import): void {
  const source = plainLines(text)
  const limits = createReport()
  if (!isReadable(source, limits)) {
    const { line, message, fix } = limits.problems[0]!
    log.drop(line, 'unreadable', `${message} ${fix}`, file)
    return
  }
  const long = source.split('\n').findIndex((one) => one.length > longestLine)
  if (long >= 0) {
    log.drop(long + 1, 'unreadable', `This line has more than ${longestLine.toLocaleString('en')} characters. Split it into paragraphs.`, file)
    return
  }
  const own = parsePlaybook(source)
  if (own.document?.sections.some(({ steps }) => steps.length > 0) && !own.problems.some(({ severity }) => severity === 'error')) {
    imported.playbooks.push({ id, file, kind: 'checklist', isUnsure: false, document: withoutSnippets(own.document, log) })
    return
  }
  const before = { dropped: imported.dropped.length, notes: imported.notes.length, snippets: imported.snippets.length }
  const made = readDocument({ file, text: source }, { ids, shelf, purpose, log })
  if (made.document.sections.length === 0) {
    log.drop(1, 'empty-document', 'The document has headings and no text.', printPlaybook(made.document))
    return
  }
  for (const [index, document] of inParts(made.document).entries()) {
    const result = settled(document, imported.snippets)
    if ('problem' in result) log.drop(result.problem.line, 'unwritable', `What was made of this document is no playbook: ${result.problem.message}`, file)
    else imported.playbooks.push({ ...made, id: index === 0 ? id : freeId(`${id.slice(0, 60)}-part-${index + 1}`, taken), document: result.document })
  }
  const kept = imported.playbooks.filter((playbook) => playbook.file === file)
  const said = [...imported.dropped.slice(before.dropped), ...imported.notes.slice(before.notes).filter(({ reason }) => reason === 'variable')]
  for (const { line, text: words } of unaccounted(source, kept, imported.snippets.slice(before.snippets), said)) {
    log.drop(line, 'lost', 'These words were not carried over. Please report this document to the makers of Handrail.', words)
  }
}

/** A playbook of ours comes as it is, but the snippets that it names are not part of this import. */
function withoutSnippets(document: PlaybookDocument, log: Log): PlaybookDocument {
  const plainSteps = (steps: readonly Step[]): Step[] =>
    steps.map((step) => {
      if (step.kind === 'choice') return { ...step, options: step.options.map((option) => ({ ...option, steps: plainSteps(option.steps) })) }
      if (step.kind !== 'snippet') return step
      const { snippet, ...rest } = step
      log.drop(1, 'snippet', `The step "${step.label}" names a snippet that is not part of this import; it is a step to check now.`, snippet)
      return { ...rest, kind: 'check' }
    })
  return { ...document, sections: document.sections.map((section) => ({ ...section, steps: plainSteps(section.steps) })) }
}

type Made = Omit<ImportedPlaybook, 'id'>

function readDocument({ file, text }: SourceFile, { ids, shelf, purpose, log }: Pick<Import, 'ids' | 'shelf' | 'purpose' | 'log'>): Made {
  const { text: source, callouts } = plainSource(text, log)
  const root = readMarkdown(source)
  const front = readForeignFront(root, log)
  const cleaning = { log, source, definitions: definitionsOf(root), used: new Set<string>(), resolve: linkResolver(file, ids) }
  const nodes = cleanRoot(root, cleaning)
  const { title, chapters } = chaptersOf(nodes, front.title)
  const name = (front.title ?? title ?? titleOfFile(file)).slice(0, 200)
  const report = createReport()
  const reading = startReading(report, source, root)
  const foreign: Foreign = { reading, log, callouts, keepReply: (about, body, line) => shelf.keep(file, line, about, [], body) }
  const tried: Pick<Imported, 'dropped' | 'notes'> = { dropped: [], notes: [] }
  const checklist =
    purpose === 'reference' || isMostlyText(chapters, name, purpose)
      ? null
      : checklistSections(chapters, { title: name, purpose }, { ...foreign, log: logFor(file, tried) })
  const hasSteps = checklist !== null && countSteps(checklist.sections) > 0
  if (hasSteps) {
    for (const { line, reason, message, text: words } of tried.dropped) log.drop(line, reason, message, words)
    for (const { line, reason, message, text: words } of tried.notes) log.note(line, reason, message, words)
  }
  const { intro, sections } = hasSteps ? checklist : referenceSections(chapters, name, foreign)
  const isChecklist = sections.some(({ title: heading, steps }) => heading !== useTitle && steps.some(({ kind }) => kind !== 'snippet'))
  for (const { line, code, message } of report.problems) if (code === 'too-deep') log.drop(line, code, message, '')
  const document: PlaybookDocument = {
    title: name,
    severity: front.severity,
    owner: front.owner,
    reviewEveryDays: front.reviewEveryDays,
    queue: front.queue,
    triggers: front.triggers,
    intro: [...(front.description ? [{ type: 'paragraph' as const, children: plain(front.description) }] : []), ...(intro ?? [])],
    sections,
  }
  return { file, kind: isChecklist ? 'checklist' : 'reference', isUnsure: purpose === 'auto' && !isChecklist && hasLists(chapters), document }
}

function hasLists(chapters: readonly Chapter[]): boolean {
  return chapters.some(({ nodes }) => nodes.some((node) => node.type === 'list' && node.children.length >= 3))
}

function titleOfFile(file: string): string {
  const words = (file.split('/').at(-1) ?? file)
    .replace(/\.[^.]+$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  const spaced = words.includes(' ') ? words : words.replace(/-+/g, ' ').trim()
  return spaced === '' ? 'Untitled' : spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
