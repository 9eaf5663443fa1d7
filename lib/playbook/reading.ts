// What one reading of one file carries along: where things stand, which ids were written out, and the problems so far.
import type { Nodes, Root } from 'mdast'
import type { Place, Report } from './problem.ts'
import { placeOf } from './problem.ts'

export interface Reading {
  report: Report
  source: string
  /** Targets of `[text][name]` links by normalized name. */
  definitions: Map<string, string>
  /** Where a step, option, outcome or section starts. */
  places: Map<object, Place>
  /** Ids written `{#id}` or `{decision: id}`. */
  writtenIds: Map<object, string>
  /** Where `playbook:` links stand and which playbook they lead to; a line that was read twice is here twice. */
  playbookLinks: { id: string; place: Place }[]
}

export function startReading(report: Report, source: string, root: Root): Reading {
  return { report, source, definitions: definitionsOf(root), places: new Map(), writtenIds: new Map(), playbookLinks: [] }
}

export function mark<T extends object>(reading: Reading, thing: T, node: Parameters<typeof placeOf>[0]): T {
  reading.places.set(thing, placeOf(node))
  return thing
}

/** The text as it stands in the file. */
export function sourceOf(reading: Reading, node: Nodes): string {
  const { start, end } = node.position ?? {}
  return start?.offset === undefined || end?.offset === undefined ? '' : reading.source.slice(start.offset, end.offset)
}

function definitionsOf(root: Root): Map<string, string> {
  const found = new Map<string, string>()
  const pending: Nodes[] = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url)
    if ('children' in node) pending.push(...node.children.toReversed())
  }
  return found
}
