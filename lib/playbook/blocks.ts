// Prose out of the syntax tree: paragraphs, plain lists, quotes, code, tables. A step that stands inside prose is a problem.
import type { ListItem, RootContent, Table } from 'mdast'
import type { Block, Inline } from '../schema/rich-text.ts'
import { readInline } from './inline.ts'
import { normalInline, normalLine } from './normal-inline.ts'
import { placeOf } from './problem.ts'
import type { Reading } from './reading.ts'

export const deepestNesting = 8

export function readBlocks(nodes: readonly RootContent[], reading: Reading, depth = 0): Block[] {
  return nodes.flatMap((node) => readBlock(node, reading, depth))
}

export function readBlock(node: RootContent, reading: Reading, depth = 0): Block[] {
  if (depth > deepestNesting) {
    reading.report.error(placeOf(node), 'too-deep', `Text is nested more than ${deepestNesting} levels deep.`, 'Move it out of the lists and quotes around it.')
    return []
  }
  switch (node.type) {
    case 'paragraph': {
      const children = normalInline(readInline(node.children, reading))
      return children.length > 0 ? [{ type: 'paragraph', children }] : []
    }
    case 'heading':
      return [{ type: 'heading', depth: node.depth, children: normalLine(readInline(node.children, reading)) }]
    case 'list':
      return [{ type: 'list', ordered: node.ordered === true, items: node.children.map((item) => readItem(item, reading, depth)) }]
    case 'blockquote': {
      const children = readBlocks(node.children, reading, depth + 1)
      return children.length > 0 ? [{ type: 'quote', children }] : []
    }
    case 'code':
      return [{ type: 'code', language: node.lang ?? '', text: node.value }]
    case 'table':
      return [readTable(node, reading)]
    case 'thematicBreak':
      return [{ type: 'rule' }]
    case 'html':
      reading.report.error(placeOf(node), 'html', 'Raw HTML and HTML comments are not shown.', 'Write it in Markdown, or remove it.')
      return []
    default:
      return []
  }
}

function readItem(item: ListItem, reading: Reading, depth: number): Block[] {
  if (markOf(item) !== null) {
    reading.report.error(
      placeOf(item),
      'misplaced-step',
      'A step cannot stand inside a quote or below this kind of step.',
      'Move it to the left, or put it below an option of a (?) question.',
    )
  }
  return readBlocks(item.children, reading, depth + 1)
}

/** The character in the brackets that make the item a step, or null for a plain item. */
export function markOf(item: ListItem): string | null {
  const first = item.children[0]
  const head = first?.type === 'paragraph' ? first.children[0] : undefined
  return head?.type === 'stepMark' ? head.mark : null
}

function readTable(table: Table, reading: Reading): Block {
  const [head = [], ...rows] = table.children.map((row) => row.children.map((cell) => normalLine(readInline(cell.children, reading))))
  const fitted = rows.map((row) => head.map((_, column): Inline[] => row[column] ?? []))
  return { type: 'table', head, rows: fitted }
}
