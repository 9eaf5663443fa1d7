// A site profile as YAML: read against the schema, with the place of every fault, and printed in one spelling.
import { isCollection, isMap, isScalar, isSeq, type Node } from 'yaml'
import { limits } from '../schema/ids.ts'
import { SiteDraft } from '../schema/site.ts'
import { plainLines } from './markdown.ts'
import { nearest } from './nearest.ts'
import { createReport, fileStart, inReadingOrder, type Place, type Problem, type Report } from './problem.ts'
import { checkSite, type Path } from './site-checks.ts'
import { printYaml, readYaml, type Yaml } from './yaml-text.ts'

type Issue = { code?: string | undefined; path: PropertyKey[]; message: string; [key: string]: unknown }

export function parseSite(yaml: string): { draft: SiteDraft | null; problems: Problem[] } {
  const report = createReport()
  let draft: SiteDraft | null = null
  try {
    if (yaml.length > limits.markdown)
      report.error(fileStart, 'too-large', 'The file is too large.', `Keep it below ${limits.markdown.toLocaleString('en')} characters.`)
    else draft = readSite(plainLines(yaml), report)
  } catch (error) {
    report.error(fileStart, 'unreadable', `The file cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'Remove what was added last.')
  }
  const isFaulty = report.problems.some((problem) => problem.severity === 'error')
  return { draft: isFaulty ? null : draft, problems: inReadingOrder(report.problems) }
}

/** Canonical; `parseSite` gives back an equal draft. */
export function printSite(draft: SiteDraft): string {
  const { name, origins, verified, pages } = draft
  const ordered = pages.map(({ name, path, query, caseId, link, fields, text, reply }) => ({ name, path, query, caseId, link, fields, text, reply }))
  return printYaml({ name, origins, ...(verified === null ? {} : { verified }), pages: ordered })
}

function readSite(text: string, report: Report): SiteDraft | null {
  const yaml = readYaml(text, 1, report)
  if (!yaml.root) {
    if (report.problems.length === 0) report.error(fileStart, 'shape', 'The file is empty.', 'Begin it with "name: ..." and "origins: [...]".')
    return null
  }
  const value = plainValue(yaml.root)
  const given = isMap(yaml.root) ? { verified: null, ...(value as object) } : value
  const at = (path: Path): Place => yaml.placeOf(nodeAt(yaml.root, path))
  const result = SiteDraft.safeParse(given)
  if (!result.success) {
    for (const issue of result.error.issues) reportIssue(issue as Issue, at, report)
    return null
  }
  reportUnknownKeys(given, result.data, [], yaml, report)
  checkSite(result.data, (path, code, message, fix) => report.error(at(path), code, message, fix))
  return result.data
}

/** Everything is text in YAML as we read it; a schema of texts needs nothing else. */
function plainValue(node: unknown): unknown {
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', plainValue(pair.value)]))
  if (isSeq(node)) return node.items.map(plainValue)
  return isScalar(node) ? String(node.value ?? '') : null
}

/** The node at the path, or the nearest one above it. */
function nodeAt(root: Node | null, path: readonly PropertyKey[]): unknown {
  let node: unknown = root
  for (const key of path) {
    const next: unknown = isCollection(node) ? node.get(key, true) : undefined
    if (next === undefined || next === null) break
    node = next
  }
  return node
}

function reportIssue(issue: Issue, at: (path: Path) => Place, report: Report): void {
  const path = issue.path as Path
  const where = path.length > 0 ? `"${path.join('.')}"` : 'The file'
  const [message, fix] = describe(issue)
  report.error(at(path), 'shape', `${where} ${message}.`, fix)
}

function describe(issue: Issue): [message: string, fix: string] {
  const seeFormat = 'Compare with the format of site files in docs/playbook-format.md.'
  switch (issue.code) {
    case 'invalid_type':
      return [`is missing or is not ${issue.expected === 'array' ? 'a list' : issue.expected === 'object' ? 'a map' : 'a text'}`, seeFormat]
    case 'too_small':
      return ['is empty', 'Give it a value, or remove the line.']
    case 'too_big':
      return [`is longer than ${String(issue.maximum)} characters`, 'Shorten it.']
    case 'invalid_union':
      return ['is none of url, title, selector and label', 'Write "from: url", "from: title", "from: selector" or "from: label".']
    case 'invalid_value':
      return [`is none of ${(issue.values as unknown[]).join(', ')}`, 'Use one of them.']
    case 'invalid_format':
      return ['is not a field name', 'Use a dotted lower-case name such as case.category.']
    default:
      return ['is not as expected', seeFormat]
  }
}

/** The schema drops what it does not know; a person who wrote it wants to hear of it. */
function reportUnknownKeys(given: unknown, kept: unknown, path: Path, yaml: Yaml, report: Report): void {
  if (Array.isArray(given)) {
    for (const [index, item] of given.entries()) reportUnknownKeys(item, (kept as unknown[])[index], [...path, index], yaml, report)
  } else if (typeof given === 'object' && given !== null) {
    const known = kept as Record<string, unknown>
    for (const [key, value] of Object.entries(given)) {
      if (key in known) reportUnknownKeys(value, known[key], [...path, key], yaml, report)
      else {
        const guess = nearest(key, [
          'name',
          'origins',
          'pages',
          'verified',
          'path',
          'query',
          'caseId',
          'link',
          'as',
          'fields',
          'text',
          'reply',
          'label',
          'sources',
          'pattern',
          'attribute',
          'within',
          'selector',
          'part',
          'from',
        ])
        report.error(
          yaml.placeOf(nodeAt(yaml.root, [...path, key])),
          'unknown-key',
          `"${key}" is not known here.`,
          guess ? `Did you mean "${guess}"?` : 'Remove it.',
        )
      }
    }
  }
}
