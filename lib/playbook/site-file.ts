// A site profile as YAML: read against the schema, with the place of every fault, and printed in one spelling.
import { isCollection, isMap, isScalar, isSeq, type Node } from 'yaml'
import { limits } from '../schema/ids.ts'
import { SiteDraft } from '../schema/site.ts'
import { adviseSite } from './lint-site.ts'
import { plainLines } from './markdown.ts'
import { createReport, fileStart, inReadingOrder, type Place, type Problem, type Report } from './problem.ts'
import { checkSite, type Path } from './site-checks.ts'
import { type Issue, reportIssue, reportUnknownKeys } from './site-shape.ts'
import { printYaml, readYaml, refuseAlias, type Yaml } from './yaml-text.ts'

/** `used` are the case fields that something reads, null where nobody knows: fields are then not judged. */
export function parseSite(yaml: string, used: readonly string[] | null = null): { draft: SiteDraft | null; problems: Problem[] } {
  const report = createReport()
  let draft: SiteDraft | null = null
  try {
    if (yaml.length > limits.markdown)
      report.error(fileStart, 'too-large', 'The file is too large.', `Keep it below ${limits.markdown.toLocaleString('en')} characters.`)
    else draft = readSite(plainLines(yaml), used, report)
  } catch (error) {
    report.error(fileStart, 'unreadable', `The file cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'Remove what was added last.')
  }
  const isFaulty = report.problems.some((problem) => problem.severity === 'error')
  return { draft: isFaulty ? null : draft, problems: inReadingOrder(report.problems) }
}

/** Canonical; `parseSite` gives back an equal draft. */
export function printSite(draft: SiteDraft): string {
  const { name, origins, verified, pages } = draft
  const ordered = pages.map(({ name, path, query, caseId, link, fields, text, reply, notes }) => ({
    name,
    path,
    query,
    caseId,
    link,
    fields,
    text,
    reply,
    notes,
  }))
  return printYaml({ name, origins, ...(verified === null ? {} : { verified }), pages: ordered })
}

function readSite(text: string, used: readonly string[] | null, report: Report): SiteDraft | null {
  const yaml = readYaml(text, 1, report)
  if (!yaml.root) {
    if (report.problems.length === 0) report.error(fileStart, 'shape', 'The file is empty.', 'Begin it with "name: ..." and "origins: [...]".')
    return null
  }
  const given = withoutEmptyVerified(plainValue(yaml.root, yaml, report))
  if (report.problems.length > 0) return null
  const at = (path: Path): Place => yaml.placeOf(nodeAt(yaml.root, path))
  reportUnknownKeys(yaml.root, yaml, report)
  const result = SiteDraft.safeParse(given)
  if (!result.success) {
    for (const issue of result.error.issues) reportIssue(issue as Issue, given, at, report)
    return null
  }
  checkSite(result.data, (path, code, message, fix) => report.error(at(path), code, message, fix))
  adviseSite(result.data, used, at, report)
  return result.data
}

/** `verified:`, `verified: null` and `verified: ~` say the same as no such line. */
function withoutEmptyVerified(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const { verified = null, ...rest } = value as Record<string, unknown>
  return { ...rest, verified: typeof verified === 'string' && ['', 'null', '~'].includes(verified.trim()) ? null : verified }
}

/** Everything is text in YAML as we read it; a schema of texts needs nothing else. */
function plainValue(node: unknown, yaml: Yaml, report: Report): unknown {
  const inner = (one: unknown) => plainValue(one, yaml, report)
  refuseAlias(node, yaml, report)
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', inner(pair.value)]))
  if (isSeq(node)) return node.items.map(inner)
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
