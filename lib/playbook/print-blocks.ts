// Prose to the syntax tree that Markdown is printed from.
import type { BlockContent, ListItem, TableRow } from 'mdast'
import type { Block, Inline } from '../schema/rich-text.ts'
import { inlineTree } from './print-inline.ts'

export function blockTree(blocks: readonly Block[]): BlockContent[] {
  return blocks.map((block): BlockContent => {
    switch (block.type) {
      case 'paragraph':
        return { type: 'paragraph', children: inlineTree(block.children) }
      case 'heading':
        return { type: 'heading', depth: block.depth as 1 | 2 | 3 | 4 | 5 | 6, children: inlineTree(block.children) }
      case 'list':
        return { type: 'list', ordered: block.ordered, start: block.ordered ? 1 : null, spread: false, children: block.items.map(itemTree) }
      case 'quote':
        return { type: 'blockquote', children: blockTree(block.children) }
      case 'code':
        return { type: 'code', lang: block.language || null, value: block.text }
      case 'table':
        return { type: 'table', children: [block.head, ...block.rows].map(rowTree) }
      default:
        return { type: 'thematicBreak' }
    }
  })
}

function itemTree(blocks: readonly Block[]): ListItem {
  return { type: 'listItem', spread: isSpread(blocks), children: blockTree(blocks) }
}

/** A blank line between the parts of an item, but for a line with a list of words below it: without words it would not be seen there. */
function isSpread(blocks: readonly Block[]): boolean {
  const [first, second] = blocks
  return blocks.length > 1 && !(blocks.length === 2 && first?.type === 'paragraph' && second?.type === 'list' && beginsWithWords(second))
}

function beginsWithWords(list: Extract<Block, { type: 'list' }>): boolean {
  const first = list.items[0]?.[0]
  return first?.type === 'paragraph' || (first?.type === 'list' && beginsWithWords(first))
}

function rowTree(cells: readonly Inline[][]): TableRow {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: inlineTree(cell) })) }
}
