// The front matter of a foreign document: what a playbook can hold is kept, every other line is named. Other formats mean other things by
// the same words, so that values are taken only where they fit.
import type { Root } from 'mdast'
import { name, Slug } from '../../schema/ids.ts'
import { type PlaybookDocument, Severity, type Trigger } from '../../schema/playbook.ts'
import { createReport, placeOf } from '../problem.ts'
import { type Pair, pairsOf, readYaml, textOf, textsOf } from '../yaml-text.ts'
import type { Log } from './finding.ts'

export interface ForeignFront extends Pick<PlaybookDocument, 'severity' | 'owner' | 'reviewEveryDays' | 'queue'> {
  title: string | null
  description: string | null
  tags: string[]
  triggers: Trigger[]
}

export function readForeignFront(root: Root, log: Log): ForeignFront {
  const front: ForeignFront = { title: null, description: null, tags: [], severity: null, owner: null, reviewEveryDays: null, queue: null, triggers: [] }
  const node = root.children[0]
  if (node?.type !== 'yaml') return front
  const firstLine = placeOf(node).line + 1
  const yaml = readYaml(node.value, firstLine, createReport())
  const pairs = yaml.root === null ? null : pairsOf(yaml.root)
  if (!pairs) {
    if (node.value.trim() !== '') log.drop(firstLine, 'front-matter', 'The front matter cannot be read as YAML.', node.value)
    return front
  }
  const lines = node.value.split('\n')
  for (const pair of pairs) {
    const line = yaml.placeOf(pair.keyNode).line
    if (take(front, pair)) continue
    const next = pairs.map((other) => yaml.placeOf(other.keyNode).line).find((other) => other > line) ?? Number.POSITIVE_INFINITY
    const text = lines
      .slice(line - firstLine, Math.min(next - firstLine, lines.length))
      .join('\n')
      .trim()
    log.drop(line, 'front-matter', `A playbook has no place for "${pair.key}".`, text)
  }
  return front
}

/** False where the value has no place, or does not fit it. */
function take(front: ForeignFront, { key, value }: Pair): boolean {
  const text = textOf(value)?.trim() ?? null
  switch (key.toLowerCase()) {
    case 'title':
      if (front.title !== null || text === null || !name(200).safeParse(text).success) return false
      front.title = text
      return true
    case 'description':
    case 'summary':
    case 'excerpt':
      if (front.description !== null || !text) return false
      front.description = text
      return true
    case 'owner':
      if (!name(200).safeParse(text).success) return false
      front.owner = text
      return true
    case 'severity':
      if (!Severity.safeParse(text).success) return false
      front.severity = Severity.parse(text)
      return true
    case 'queue':
      if (!Slug.safeParse(text).success) return false
      front.queue = text
      return true
    case 'review-every': {
      const days = Number(/^([1-9]\d{0,3})d$/.exec(text ?? '')?.[1] ?? 0)
      if (days < 1 || days > 3650) return false
      front.reviewEveryDays = days
      return true
    }
    case 'keywords': {
      const terms = textsOf(value)?.map((term) => term.text.trim())
      if (!terms?.length || !terms.every((term) => term.length > 2 && term.length <= 200)) return false
      front.triggers.push({ kind: 'keywords', terms })
      return true
    }
    default:
      return false
  }
}
