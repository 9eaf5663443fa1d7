// Lists that a writer meant and Markdown reads otherwise: bullets indented too little below a number, the rest of a list after them, numbered
// lines in a fence without a language.
import type { Heading, Nodes, RootContent } from 'mdast'
import { readMarkdown } from '../markdown.ts'
import { placeOf } from '../problem.ts'

/** Children in the same order; lists that belong to the item above them are below it. */
export function mended(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'list' && last?.type === 'list' && last.ordered) {
      const isBelow = !node.ordered && placeOf(node).column > placeOf(last).column && lastLine(last) + 1 === placeOf(node).line
      const goesOn = node.ordered && (node.start ?? 1) === (last.start ?? 1) + last.children.length
      if (isBelow) last.children.at(-1)!.children.push(node)
      else if (goesOn) last.children.push(...node.children)
      if (isBelow || goesOn) {
        if (last.position && node.position) last.position = { ...last.position, end: node.position.end }
        continue
      }
    }
    result.push(node)
  }
  return result
}

const lastLine = (node: Nodes) => node.position?.end.line ?? 0

/** "(P) Preparation" and numbered lines in a fence are a heading and its list; any other fence stays as it is. */
export function listsFromFences(nodes: readonly RootContent[]): RootContent[] {
  let depth = 1
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'heading') depth = node.depth
    if (node.type !== 'code' || node.lang) return [node]
    const lines = node.value.split('\n').filter((line) => line.trim() !== '')
    const isTitled = lines.length > 0 && !/^\s*\d+[.)]\s/.test(lines[0]!)
    const items = lines.slice(isTitled ? 1 : 0)
    if (items.length < 2 || !items.every((line) => /^\s*\d+[.)]\s+\S/.test(line))) return [node]
    const { children } = readMarkdown(`\n${items.map((line) => line.trim().replace(/\s+/g, ' ')).join('\n')}`)
    for (const child of children) moveTo(child, node)
    const title = { type: 'heading', depth: Math.min(6, depth + 1), position: node.position, children: [{ type: 'text', value: lines[0]!.trim() }] } as Heading
    return [...(isTitled ? [title] : []), ...children]
  })
}

/** Everything that was read out of a node stands where the node stands. */
export function moveTo(node: Nodes, place: Nodes): void {
  if (place.position) node.position = place.position
  if ('children' in node) for (const child of node.children) moveTo(child, place)
}
