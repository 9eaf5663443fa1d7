// The YAML between the two `---` lines: title, severity, owner, review-every, queue, triggers. Nothing else is allowed there.
import type { Root } from 'mdast'
import { isAlias } from 'yaml'
import { name, Slug } from '../schema/ids.ts'
import { type PlaybookDocument, Severity, type Trigger } from '../schema/playbook.ts'
import { nearest } from './nearest.ts'
import { fileStart, type Place, placeOf, quoted } from './problem.ts'
import type { Reading } from './reading.ts'
import { readTriggers } from './triggers.ts'
import { type Pair, pairsOf, readYaml, refuseAlias, textOf, type Yaml } from './yaml-text.ts'

export type FrontMatter = Pick<PlaybookDocument, 'title' | 'severity' | 'owner' | 'reviewEveryDays' | 'queue'> & { triggers: Trigger[] }

const keys = ['title', 'severity', 'owner', 'review-every', 'queue', 'triggers'] as const
const mostDays = 3650
export const untitled = 'Untitled playbook'

export function readFrontMatter(root: Root, reading: Reading): FrontMatter {
  const { report } = reading
  const found: FrontMatter = { title: untitled, severity: null, owner: null, reviewEveryDays: null, queue: null, triggers: [] }
  const node = root.children[0]
  if (node?.type !== 'yaml') {
    report.error(fileStart, 'front-matter', 'The file does not begin with front matter.', 'Begin it with a line "---", then "title: ...", then a line "---".')
    return found
  }
  const yaml = readYaml(node.value, placeOf(node).line + 1, report)
  const pairs = frontMatterPairs(yaml, keys, placeOf(node), reading)
  if (pairs) readInto(found, pairs, yaml, reading)
  const title = pairs?.find((pair) => pair.key === 'title')
  if (!title && pairs) report.error(placeOf(node), 'title', 'The front matter has no title.', 'Add a line such as "title: Counterfeit listing report".')
  return found
}

/** The pairs of a front matter, after reporting keys that do not belong; null when there is no map. */
export function frontMatterPairs(yaml: Yaml, allowed: readonly string[], place: Place, reading: Pick<Reading, 'report'>): Pair[] | null {
  const pairs = yaml.root === null ? [] : pairsOf(yaml.root)
  if (!pairs) {
    reading.report.error(
      place,
      'front-matter',
      'The front matter is not a list of "key: value" lines.',
      'Write lines such as "title: Counterfeit listing report".',
    )
    return null
  }
  for (const { key, keyNode, value } of pairs) {
    refuseAlias(value, yaml, reading.report)
    if (allowed.includes(key)) continue
    const guess = nearest(key, allowed)
    reading.report.error(
      yaml.placeOf(keyNode),
      'unknown-key',
      `${quoted(key)} is not a key of the front matter.`,
      guess ? `Did you mean "${guess}"?` : `Use ${allowed.join(', ')}.`,
    )
  }
  return yaml.root === null && reading.report.problems.some((problem) => problem.code === 'yaml') ? null : pairs
}

function readInto(found: FrontMatter, pairs: Pair[], yaml: Yaml, reading: Reading): void {
  const { report } = reading
  const read = <T>(key: string, accept: (text: string) => T | null, fix: string): T | null => {
    const pair = pairs.find((one) => one.key === key)
    if (!pair || isAlias(pair.value)) return null
    const text = textOf(pair.value)
    const value = text === null ? null : accept(text)
    if (value === null) report.error(yaml.placeOf(pair.value ?? pair.keyNode), key, `${text ? quoted(text) : 'This'} is not a value of "${key}".`, fix)
    return value
  }
  found.title = read('title', accepts(name(200)), 'Write a title of 1 to 200 characters, in quotes if it holds a colon.') ?? untitled
  found.severity = read('severity', accepts(Severity), 'Use S1, S2, S3 or S4.')
  found.owner = read('owner', accepts(name(200)), 'Name the person or team that answers for it, such as policy@team.')
  found.reviewEveryDays = read('review-every', readDays, `Write the days between reviews, such as 90d, ${mostDays}d at most.`)
  found.queue = read('queue', accepts(Slug), 'Use lower-case letters, digits and hyphens, such as brand-protection.')
  const triggers = pairs.find((pair) => pair.key === 'triggers')
  if (triggers) found.triggers = readTriggers(triggers, yaml, reading)
}

function accepts<T extends string>(schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } }): (text: string) => T | null {
  return (text) => {
    const result = schema.safeParse(text)
    return result.success ? result.data : null
  }
}

function readDays(text: string): number | null {
  const days = Number(/^([1-9]\d{0,3})d$/.exec(text)?.[1] ?? 0)
  return days >= 1 && days <= mostDays ? days : null
}
