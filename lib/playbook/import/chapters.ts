// A foreign document cut at its headings: each piece with the path of headings above it, and the title of the whole.

import type { Heading, RootContent } from 'mdast'
import { lineOf } from '../problem.ts'
import { plainOf } from './items.ts'

export interface Chapter {
  /** Headings from the outermost to this one, the title of the document left out. */
  path: Heading[]
  nodes: RootContent[]
}

export function chaptersOf(nodes: readonly RootContent[], titled: string | null): { title: string | null; chapters: Chapter[] } {
  const title = titleHeading(nodes, titled)
  const chapters: Chapter[] = [{ path: [], nodes: [] }]
  let path: Heading[] = []
  for (const node of nodes) {
    if (node.type === 'yaml' || node === title) continue
    if (node.type === 'heading' && headingText(node) !== '') {
      path = [...path.filter(({ depth }) => depth < node.depth), node]
      chapters.push({ path, nodes: [] })
    } else if (node.type !== 'heading') chapters.at(-1)!.nodes.push(node)
  }
  return { title: title ? headingText(title) : null, chapters }
}

export const headingText = (heading: Heading): string => plainOf(heading.children).replace(/\s+/g, ' ').trim()

export const lineOfChapter = ({ path, nodes }: Chapter): number => lineOf(path.at(-1) ?? nodes[0] ?? {})

/** The first heading, when it is the only one of its depth and none is above it, or repeats the title of the front matter. */
function titleHeading(nodes: readonly RootContent[], titled: string | null): Heading | null {
  const headings = nodes.filter((node): node is Heading => node.type === 'heading' && headingText(node) !== '')
  const [first] = headings
  if (!first) return null
  if (titled !== null) return headingText(first).toLowerCase() === titled.toLowerCase() ? first : null
  const isTop = headings.every((other) => other === first || other.depth > first.depth)
  return isTop && (headings.length > 1 || first.depth === 1 || nodes.find((node) => node.type !== 'yaml') === first) ? first : null
}
