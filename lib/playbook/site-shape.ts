// What is wrong with the shape of a site file: keys that do not exist, values that are missing, empty or of another kind.
import { isMap, isSeq } from 'yaml'
import { nearest } from './nearest.ts'
import { fileStart, type Place, type Report } from './problem.ts'
import type { Path } from './site-checks.ts'
import { pairsOf, textOf, type Yaml } from './yaml-text.ts'

export type Issue = { code?: string | undefined; path: PropertyKey[]; message: string; [key: string]: unknown }

const keys = {
  site: ['name', 'origins', 'verified', 'pages'],
  page: ['name', 'path', 'query', 'caseId', 'link', 'fields', 'text', 'reply', 'notes'],
  field: ['name', 'label', 'sources'],
}
const sourceKeys: Record<string, string[]> = {
  url: ['from', 'part', 'name', 'pattern', 'as'],
  title: ['from', 'pattern', 'as'],
  selector: ['from', 'selector', 'attribute', 'pattern', 'as'],
  label: ['from', 'label', 'within', 'pattern', 'as'],
}
const everySource = [...new Set(Object.values(sourceKeys).flat())]
const fixes: Record<string, string> = {
  name: 'Add a line such as "name: Ticket".',
  label: 'Add a line such as "label: Category".',
  path: 'Add a line such as "path: /tickets/*".',
  origins: 'Add "origins:" with a list below it, such as "- https://desk.example.com".',
  pages: 'Add "pages:" with one page or more below it.',
  caseId: 'Add "caseId:" with sources below it, or "caseId: []" where the page has no case.',
  fields: 'Add "fields:" with fields below it, or "fields: []".',
  sources: 'Add "sources:" with one source or more below it.',
  reply: 'Add "reply:" with selectors of reply boxes below it, or "reply: []".',
  from: 'Write "from: url", "from: title", "from: selector" or "from: label".',
  part: 'Write "part: path", "part: query" or "part: hash".',
  selector: 'Add a line such as "selector: \'#status\'".',
}
const seeFormat = 'Compare with the format of site profiles in docs/sites.md.'

/** At each key that nothing reads: whoever wrote it wants to hear of it. */
export function reportUnknownKeys(root: unknown, yaml: Yaml, report: Report): void {
  const visit = (node: unknown, known: readonly string[], below: Record<string, (value: unknown) => void> = {}) => {
    for (const { key, keyNode, value } of pairsOf(node) ?? []) {
      if (known.includes(key)) below[key]?.(value)
      else {
        const guess = nearest(key, known)
        report.error(
          yaml.placeOf(keyNode),
          'unknown-key',
          `"${key}" is not known here.`,
          guess ? `Did you mean "${guess}"?` : `Known here: ${known.join(', ')}.`,
        )
      }
    }
  }
  const each = (one: (item: unknown) => void) => (node: unknown) => {
    if (isSeq(node)) node.items.forEach(one)
  }
  const sources = each((node) => {
    const from = isMap(node) ? textOf(node.get('from', true)) : null
    visit(node, (from !== null && Object.hasOwn(sourceKeys, from) ? sourceKeys[from] : null) ?? everySource)
  })
  const fields = each((node) => visit(node, keys.field, { sources }))
  const pages = each((node) => visit(node, keys.page, { caseId: sources, fields }))
  visit(root, keys.site, { pages })
}

/** `given` is the whole value, to tell what is missing from what is of another kind. */
export function reportIssue(issue: Issue, given: unknown, at: (path: Path) => Place, report: Report): void {
  const path = issue.path as Path
  const place = path.length > 0 ? at(path) : fileStart
  const [message, fix] = describe(issue, path, given)
  report.error(place, 'shape', `${path.length > 0 ? `"${spelled(path)}"` : 'The file'} ${message}.`, fix)
}

/** `pages 2, fields 1, name`: counted as people count. */
const spelled = (path: Path) =>
  path
    .map((key) => (typeof key === 'number' ? ` ${key + 1}` : `, ${key}`))
    .join('')
    .replace(/^[, ]+/, '')

function describe(issue: Issue, path: Path, given: unknown): [message: string, fix: string] {
  const key = String(path.findLast((one) => typeof one === 'string') ?? '')
  const fix = fixes[key] ?? seeFormat
  if (path.length > 0 && valueAt(given, path) === undefined) return ['is missing', fix]
  switch (issue.code) {
    case 'invalid_type':
      return [`is not ${issue.expected === 'array' ? 'a list' : issue.expected === 'object' ? 'a map' : 'a text'}`, fix]
    case 'too_small':
      return ['is empty', 'Give it a value, or remove the line.']
    case 'too_big':
      return [`is longer than ${String(issue.maximum)} ${issue.origin === 'array' ? 'items' : 'characters'}`, 'Shorten it.']
    case 'invalid_union':
      return ['is none of url, title, selector and label', fixes.from!]
    case 'invalid_value':
      return [`is none of ${(issue.values as unknown[]).join(', ')}`, 'Use one of them.']
    case 'invalid_format':
      return ['is not a field name', 'Use a dotted lower-case name such as case.category.']
    default:
      return ['is not as expected', seeFormat]
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[key] : undefined),
    value,
  )
}
