// A snippet as formatted text for one case, for editors that take it. A tree of the shapes in lib/schema/rich-text.ts, never an HTML string:
// values stand in it as text, and what leads anywhere but to https and mailto is words only.
import type { Block, Inline } from '../../schema/rich-text.ts'
import { readBlocks } from '../blocks.ts'
import { isAllowed } from '../inline.ts'
import { readMarkdown } from '../markdown.ts'
import { createReport } from '../problem.ts'
import { startReading } from '../reading.ts'
import { cursorMark, expand, type Scene, type Slot, slotMark } from './expand.ts'
import type { SnippetPart } from './part.ts'

/** Null where plain text says as much. */
export function richBlocks(parts: readonly SnippetPart[], scene: Scene): Block[] | null {
  const { markdown, slots } = expand(parts, scene)
  const text = markdown.replaceAll(cursorMark, '')
  const root = readMarkdown(text)
  const blocks = readBlocks(root.children, startReading(createReport(), text, root)).map((block) => fillBlock(block, slots))
  return blocks.some(isFormatted) ? blocks : null
}

function fillBlock(block: Block, slots: Slot[]): Block {
  const inline = (nodes: Inline[]) => fillInline(nodes, slots)
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: inline(block.children) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((one) => fillBlock(one, slots))) }
    case 'quote':
      return { ...block, children: block.children.map((one) => fillBlock(one, slots)) }
    case 'code':
      return { ...block, text: valueIn(block.text, slots) }
    case 'table':
      return { ...block, head: block.head.map(inline), rows: block.rows.map((row) => row.map(inline)) }
    case 'rule':
      return block
  }
}

function fillInline(nodes: readonly Inline[], slots: Slot[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return lines(valueIn(node.text, slots))
      case 'code':
        return [{ type: 'code', text: valueIn(node.text, slots) }]
      case 'break':
        return [node]
      case 'link': {
        const children = fillInline(node.children, slots)
        const url = node.url.replace(/%EE%80%80(\d+)%EE%80%81/gi, '\uE000$1\uE001').replace(slotMark, (_, at) => encodeURIComponent(slots[Number(at)]!.text))
        return isAllowed(url) && !/^playbook:/i.test(url) ? [{ type: 'link', url, children }] : children
      }
      default:
        return [{ type: node.type, children: fillInline(node.children, slots) }]
    }
  })
}

const valueIn = (text: string, slots: Slot[]) => text.replace(slotMark, (_, at) => slots[Number(at)]!.text)

function lines(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [...(index > 0 ? [{ type: 'break' } as const] : []), ...(line === '' ? [] : [{ type: 'text', text: line } as const])])
}

function isFormatted(block: Block): boolean {
  return block.type !== 'paragraph' || block.children.some((node) => node.type !== 'text' && node.type !== 'break')
}
