// `synonyms.yaml`: lists of words that mean the same, one list a line. Every fault has its place; a file with an error is not published.
import { isAlias, isSeq } from 'yaml'
import { wordsOf } from '../domain/synonyms.ts'
import { limits } from '../schema/ids.ts'
import { type SynonymsDraft, synonymLimits } from '../schema/synonyms.ts'
import { plainLines } from './markdown.ts'
import { createReport, fileStart, inReadingOrder, type Problem, quoted, type Report } from './problem.ts'
import { flow, printYaml, readYaml, refuseAlias, textOf, type Yaml } from './yaml-text.ts'

export function parseSynonyms(source: string): { draft: SynonymsDraft | null; problems: Problem[] } {
  const report = createReport()
  let draft: SynonymsDraft | null = null
  try {
    if (source.length > limits.markdown)
      report.error(fileStart, 'too-large', 'The file is too large.', `Keep it below ${limits.markdown.toLocaleString('en')} characters.`)
    else draft = readLists(plainLines(source), report)
  } catch (error) {
    report.error(fileStart, 'unreadable', `The file cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'Remove what was added last.')
  }
  const isFaulty = report.problems.some((problem) => problem.severity === 'error')
  return { draft: isFaulty ? null : draft, problems: inReadingOrder(report.problems) }
}

/** Canonical; `parseSynonyms` gives back an equal draft. */
export function printSynonyms({ lists }: SynonymsDraft): string {
  return printYaml(lists.map((list) => flow(list)))
}

function readLists(text: string, report: Report): SynonymsDraft | null {
  const yaml = readYaml(text, 1, report)
  if (report.problems.length > 0) return null
  if (yaml.root === null || textOf(yaml.root) === '') return { lists: [] }
  if (!isSeq(yaml.root)) {
    report.error(yaml.placeOf(yaml.root), 'shape', 'The file is no list of lists.', 'Write one list a line, such as "- [chargeback, dispute]".')
    return null
  }
  const { items } = yaml.root
  if (items.length > synonymLimits.lists) {
    report.error(
      yaml.placeOf(items[synonymLimits.lists]),
      'too-many',
      `There are ${items.length} lists; ${synonymLimits.lists} are allowed.`,
      'Keep those that people search for.',
    )
  }
  const seen = new Map<string, { line: number; list: unknown }>()
  return { lists: items.map((item) => readList(item, seen, yaml, report)) }
}

function readList(list: unknown, seen: Map<string, { line: number; list: unknown }>, yaml: Yaml, report: Report): string[] {
  const place = yaml.placeOf(list)
  if (!isSeq(list)) {
    report.error(place, 'shape', 'This is no list.', 'Write words that mean the same in brackets, such as "- [chargeback, dispute]".')
    return []
  }
  if (list.items.length < 2) report.error(place, 'one-word', 'A list of one word says nothing.', 'Add a word that means the same, or remove the list.')
  if (list.items.length > synonymLimits.words) {
    report.error(place, 'too-many', `The list has ${list.items.length} words; ${synonymLimits.words} are allowed.`, 'Split it where the meanings part.')
  }
  return list.items.map((item) => {
    const at = yaml.placeOf(item)
    if (isAlias(item)) {
      refuseAlias(item, yaml, report)
      return ''
    }
    const word = textOf(item)?.trim() ?? ''
    const key = wordsOf(word).join(' ')
    if (key === '') report.error(at, 'word', 'Here is no word.', 'Write a word or a few, in quotes where they hold a comma or a colon.')
    else if (word.length > synonymLimits.word) {
      report.error(
        at,
        'too-long',
        `${quoted(word)} has ${word.length} characters; ${synonymLimits.word} are allowed.`,
        'Keep the words that people search for.',
      )
    }
    const before = seen.get(key)
    if (key !== '' && before) {
      const fix = before.list === list ? 'Remove one of them.' : 'Join the two lists, or remove the word from one of them.'
      report.error(at, 'duplicate-word', `${quoted(word)} stands in line ${before.line} already.`, fix)
    } else seen.set(key, { line: at.line, list })
    return word
  })
}
