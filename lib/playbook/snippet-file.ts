// A snippet as a file: front matter (title, tags), then the text in Markdown with {{parts}} to fill, choose and leave out.
import { name } from '../schema/ids.ts'
import { SnippetDraft } from '../schema/snippet.ts'
import { readBlocks } from './blocks.ts'
import { frontMatterPairs } from './front-matter.ts'
import { plainLines, readMarkdown } from './markdown.ts'
import { createReport, fileStart, inReadingOrder, type Problem, placeOf, type Report } from './problem.ts'
import { startReading } from './reading.ts'
import { readParts } from './snippet/read-parts.ts'
import { isReadable } from './text-limits.ts'
import { flow, printYaml, readYaml, textOf, textsOf } from './yaml-text.ts'

/** With errors the draft is null: a snippet is small enough to be right or wrong as a whole. */
export function parseSnippet(markdown: string): { draft: SnippetDraft | null; problems: Problem[] } {
  const report = createReport()
  let draft: SnippetDraft | null = null
  try {
    const text = plainLines(markdown)
    if (isReadable(text, report)) draft = readSnippet(text, report)
  } catch (error) {
    report.error(fileStart, 'unreadable', `The file cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'Remove what was added last.')
  }
  const isFaulty = report.problems.some((problem) => problem.severity === 'error')
  return { draft: isFaulty ? null : draft, problems: inReadingOrder(report.problems) }
}

/** Canonical; `parseSnippet` gives back an equal draft. */
export function printSnippet(draft: SnippetDraft): string {
  const front = printYaml({ title: draft.title, ...(draft.tags.length > 0 ? { tags: flow(draft.tags) } : {}) })
  return `---\n${front}---\n\n${draft.body}\n`
}

function readSnippet(text: string, report: Report): SnippetDraft | null {
  const root = readMarkdown(text)
  const reading = startReading(report, text, root)
  const front = root.children[0]
  if (front?.type !== 'yaml') {
    report.error(fileStart, 'front-matter', 'The file does not begin with front matter.', 'Begin it with a line "---", then "title: ...", then a line "---".')
    return null
  }
  const yaml = readYaml(front.value, placeOf(front).line + 1, report)
  const pairs = frontMatterPairs(yaml, ['title', 'tags'], placeOf(front), reading)
  if (!pairs) return null
  const titlePair = pairs.find((pair) => pair.key === 'title')
  const title = textOf(titlePair?.value) ?? ''
  if (!name(200).safeParse(title).success) {
    report.error(
      titlePair ? yaml.placeOf(titlePair.value) : placeOf(front),
      'title',
      'The snippet needs a title of 1 to 200 characters.',
      'Add a line such as "title: Ask for proof".',
    )
  }
  const tagsPair = pairs.find((pair) => pair.key === 'tags')
  const tags = !tagsPair || textOf(tagsPair.value) === '' ? [] : textsOf(tagsPair.value)?.map((tag) => tag.text)
  if (!tags?.every((tag) => name(40).safeParse(tag).success)) {
    report.error(yaml.placeOf(tagsPair?.value), 'tags', 'Tags are a list of words of 1 to 40 characters.', 'Write them as [proof, seller].')
  }
  readBlocks(root.children, reading)
  lintParts(text, front.position?.end.offset ?? 0, report)
  return checked({ title, tags: tags ?? [], body: trimmed(text.slice(front.position?.end.offset ?? 0)) }, front, report)
}

function checked(draft: SnippetDraft, front: Parameters<typeof placeOf>[0], report: Report): SnippetDraft {
  if (draft.body === '') report.error(placeOf(front), 'empty', 'The snippet has no text.', 'Write the reply below the front matter.')
  else if (!SnippetDraft.shape.body.safeParse(draft.body).success) {
    report.error(placeOf(front), 'too-long', `The snippet has ${draft.body.length} characters; 20,000 are allowed.`, 'Split it into several snippets.')
  }
  return draft
}

/** Blank lines around the text go; indentation of its first line stays. */
function trimmed(body: string): string {
  return body.replace(/^(?:[\t ]*\n)+/, '').trimEnd()
}

function lintParts(text: string, offset: number, report: Report): void {
  for (const { at, code, message, fix } of readParts(text.slice(offset)).faults) {
    const before = text.slice(0, offset + at).split('\n')
    report.error({ line: before.length, column: before.at(-1)!.length + 1 }, code, message, fix)
  }
}
