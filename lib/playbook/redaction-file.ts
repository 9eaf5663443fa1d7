// `redaction.yaml`: what a team masks and keeps. Every fault has its place; a file with an error is not published.
import { patternFault } from '../domain/pattern.ts'
import { limits } from '../schema/ids.ts'
import { type RedactionRules, redactionLimits } from '../schema/redaction.ts'
import { plainLines } from './markdown.ts'
import { createReport, fileStart, inReadingOrder, type Problem, quoted, type Report } from './problem.ts'
import { type Pair, pairsOf, printYaml, readYaml, refuseAlias, textOf, type Yaml } from './yaml-text.ts'

const unsaid: RedactionRules = { email: true, phone: true, mask: [], keep: [] }

export function parseRedaction(source: string): { draft: RedactionRules | null; problems: Problem[] } {
  const report = createReport()
  let draft: RedactionRules | null = null
  try {
    if (source.length > limits.markdown)
      report.error(fileStart, 'too-large', 'The file is too large.', `Keep it below ${limits.markdown.toLocaleString('en')} characters.`)
    else draft = readRules(plainLines(source), report)
  } catch (error) {
    report.error(fileStart, 'unreadable', `The file cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'Remove what was added last.')
  }
  const isFaulty = report.problems.some((problem) => problem.severity === 'error')
  return { draft: isFaulty ? null : draft, problems: inReadingOrder(report.problems) }
}

/** Canonical; `parseRedaction` gives back equal rules. */
export function printRedaction({ email, phone, mask, keep }: RedactionRules): string {
  const word = (isMasked: boolean) => (isMasked ? 'mask' : 'keep')
  const rules = mask.map(({ name, pattern }) => ({ name, pattern }))
  return printYaml({ email: word(email), phone: word(phone), ...(rules.length > 0 ? { mask: rules } : {}), ...(keep.length > 0 ? { keep } : {}) })
}

function readRules(text: string, report: Report): RedactionRules | null {
  const yaml = readYaml(text, 1, report)
  if (report.problems.length > 0) return null
  if (yaml.root === null || textOf(yaml.root) === '') return unsaid
  const pairs = pairsOf(yaml.root)
  if (!pairs) {
    report.error(yaml.placeOf(yaml.root), 'shape', 'The file holds no names with values.', 'Write lines such as "email: mask" and "keep:".')
    return null
  }
  for (const { key, keyNode } of pairs.filter(({ key }) => !(key in unsaid)))
    report.error(yaml.placeOf(keyNode), 'unknown-key', `${quoted(key)} means nothing here.`, 'Write "email", "phone", "mask" or "keep", or remove the line.')
  const saidOf = (key: string) => pairs.find((pair) => pair.key === key)?.value
  return {
    email: readChoice(saidOf('email'), yaml, report),
    phone: readChoice(saidOf('phone'), yaml, report),
    mask: listOf(saidOf('mask'), redactionLimits.rules, yaml, report).flatMap((item) => readRule(item, yaml, report) ?? []),
    keep: listOf(saidOf('keep'), redactionLimits.keep, yaml, report).flatMap((item) => readKept(item, yaml, report) ?? []),
  }
}

function readChoice(node: unknown, yaml: Yaml, report: Report): boolean {
  const said = node === undefined ? 'mask' : textOf(node)
  if (said !== 'mask' && said !== 'keep') report.error(yaml.placeOf(node), 'choice', 'This kind is neither masked nor kept.', 'Write "mask" or "keep".')
  return said !== 'keep'
}

function listOf(node: unknown, most: number, yaml: Yaml, report: Report): unknown[] {
  if (node === undefined || textOf(node) === '') return []
  const items = (node as { items?: unknown[] }).items
  if (!items || pairsOf(node)) {
    report.error(yaml.placeOf(node), 'shape', 'This is no list.', 'Begin each entry with "- " on a line of its own.')
    return []
  }
  if (items.length > most)
    report.error(yaml.placeOf(items[most]), 'too-many', `There are ${items.length} entries; ${most} are allowed.`, 'Join some of them in one pattern.')
  return items
}

function readRule(node: unknown, yaml: Yaml, report: Report): RedactionRules['mask'][number] | null {
  refuseAlias(node, yaml, report)
  const pairs = pairsOf(node) ?? []
  const name = textOf(pairs.find(({ key }) => key === 'name')?.value)?.trim() ?? ''
  const pattern = pairs.find(({ key }) => key === 'pattern')
  const isReadable = pairs.length === 2 && name !== '' && name.length <= redactionLimits.name && !/[[\]]/.test(name)
  if (!isReadable || !pattern) {
    const fix = `Write "- name: loyalty card" and below it "pattern: 'LC\\d{10}'"; the name without brackets, ${redactionLimits.name} characters at most.`
    report.error(yaml.placeOf(node), 'rule', 'An entry of "mask" has a name and a pattern.', fix)
    return null
  }
  return { name, pattern: readPattern(pattern, yaml, report) }
}

function readPattern({ value }: Pair, yaml: Yaml, report: Report): string {
  const pattern = textOf(value) ?? ''
  const fault = pattern === '' ? 'Here is no pattern.' : patternFault(pattern)
  if (fault) report.error(yaml.placeOf(value), 'pattern', fault, 'Write a regular expression, in single quotes.')
  return pattern
}

function readKept(node: unknown, yaml: Yaml, report: Report): RedactionRules['keep'][number] | null {
  refuseAlias(node, yaml, report)
  const [pattern, ...more] = pairsOf(node) ?? []
  if (pattern?.key === 'pattern' && more.length === 0) return { pattern: readPattern(pattern, yaml, report) }
  const word = textOf(node)?.trim() ?? ''
  if (word !== '' && word.length <= redactionLimits.word) return word
  const fix = `Write the word or id, an ending such as "@shop.example", or "pattern: ..."; ${redactionLimits.word} characters at most.`
  report.error(yaml.placeOf(node), 'word', 'Here is no word to keep.', fix)
  return null
}
