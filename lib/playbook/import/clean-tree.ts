// The syntax tree of a foreign document with everything that a playbook cannot hold turned into what it can: HTML into Markdown, images and dead
// links into words. Each thing that is lost on the way is named. Afterwards reading the tree finds nothing to refuse.

import type { BlockContent, DefinitionContent, Heading, Nodes, Root, RootContent } from 'mdast'
import { readMarkdown } from '../markdown.ts'
import { lineOf } from '../problem.ts'
import { type Cleaning, cleanPhrasing, sourceOf } from './clean-phrasing.ts'
import { htmlToMarkdown } from './html-markdown.ts'
import { listsFromFences, mended, moveTo } from './mend-lists.ts'

export function cleanRoot(root: Root, cleaning: Cleaning): RootContent[] {
  const children = mended(listsFromFences(root.children).flatMap((node) => cleanBlock(node, cleaning)))
  for (const [name, { url, line }] of cleaning.definitions) {
    if (!cleaning.used.has(name)) cleaning.log.drop(line, 'definition', 'Nothing links to this address.', `${name} ${url}`)
  }
  return children
}

function cleanBlock(node: RootContent, cleaning: Cleaning): RootContent[] {
  switch (node.type) {
    case 'html':
      return cleanHtml(node.value, node, cleaning)
    case 'paragraph': {
      const children = cleanPhrasing(node.children, cleaning)
      return children.length > 0 ? [{ ...node, children }] : []
    }
    case 'heading': {
      const children = cleanPhrasing(node.children, cleaning)
      return [isUnderlinedText(node, cleaning) ? ({ type: 'paragraph', position: node.position, children } as RootContent) : { ...node, children }]
    }
    case 'blockquote':
    case 'listItem':
      return [{ ...node, children: node.children.flatMap((child) => cleanBlock(child, cleaning)) as (BlockContent | DefinitionContent)[] }]
    case 'list':
      return [{ ...node, children: node.children.flatMap((item) => cleanBlock(item, cleaning)) as typeof node.children }]
    case 'table':
      return [
        {
          ...node,
          children: node.children.map((row) => ({
            ...row,
            children: row.children.map((cell) => ({ ...cell, children: cleanPhrasing(cell.children, cleaning) })),
          })),
        },
      ]
    case 'definition': {
      // Footnotes are no part of this dialect and look like the target of a link.
      if (!node.identifier.startsWith('^')) return []
      cleaning.used.add(node.identifier)
      return [{ type: 'paragraph', position: node.position, children: [{ type: 'text', value: sourceOf(node, cleaning) }] }] as RootContent[]
    }
    default:
      return [node]
  }
}

/** A sentence with a line drawn right below it, which Markdown takes for a heading. */
function isUnderlinedText(node: Heading, cleaning: Cleaning): boolean {
  const source = sourceOf(node, cleaning)
  if (!/\n[ >\t]*(?:-+|=+)[ \t]*$/.test(source)) return false
  return source.split('\n')[0]!.length > 80 || (node.children.length === 1 && node.children[0]!.type === 'strong')
}

function cleanHtml(value: string, node: Nodes, cleaning: Cleaning): RootContent[] {
  const markdown = htmlToMarkdown(value, lineOf(node), cleaning.log)
  if (markdown.trim() === '') return []
  const { children } = readMarkdown(`\n${markdown}`)
  for (const child of children) moveTo(child, node)
  return children.flatMap((child) => (child.type === 'html' ? [] : cleanBlock(child, cleaning)))
}

export function definitionsOf(root: Root): Cleaning['definitions'] {
  const found: Cleaning['definitions'] = new Map()
  const pending: Nodes[] = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, { url: node.url, line: lineOf(node), title: node.title ?? null })
    if ('children' in node) pending.push(...node.children.toReversed())
  }
  return found
}
