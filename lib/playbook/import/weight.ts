// How much of a document is steps: a long policy with one numbered list in it is a text to read, not a procedure to work through.
import type { Nodes } from 'mdast'
import { type Chapter, headingText } from './chapters.ts'
import { isProcedure, type Purpose, stepHeading } from './step-lists.ts'

const longText = 400
const leastShare = 0.2

/** True where the lists that read as steps are a small part of a long text. */
export function isMostlyText(chapters: readonly Chapter[], title: string, purpose: Purpose): boolean {
  if (purpose !== 'auto') return false
  let all = 0
  let steps = 0
  for (const { path, nodes } of chapters) {
    const headings = [title, ...path.map(headingText)]
    if (stepHeading.test(headings.at(-1)!) && /^(?:step|phase)/i.test(headings.at(-1)!)) return false
    for (const node of nodes) {
      const count = wordCount(node)
      all += count
      if (node.type === 'list' && isProcedure(node, headings, purpose)) steps += count
    }
  }
  return all > longText && steps / all < leastShare
}

function wordCount(node: Nodes): number {
  if ('value' in node) return node.value.split(/\s+/).filter((word) => word !== '').length
  return 'children' in node ? node.children.reduce((sum: number, child) => sum + wordCount(child), 0) : 0
}
