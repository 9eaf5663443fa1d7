// Links from one playbook to another: `[First look](playbook:first-look)`.
import type { Block, Inline } from '../schema/rich-text.ts'

const scheme = /^playbook:/i

/** The id that a link leads to; null where it leads elsewhere. */
export function linkedPlaybook(url: string): string | null {
  return scheme.test(url) ? url.replace(scheme, '') : null
}

/** Ids of the playbooks that a line and the text below it link to. */
export function linksOf(line: readonly Inline[], below: readonly Block[]): string[] {
  return [...line.flatMap(inInline), ...below.flatMap(inBlock)]
}

function inInline(node: Inline): string[] {
  if (!('children' in node)) return []
  const id = node.type === 'link' ? linkedPlaybook(node.url) : null
  return id === null ? node.children.flatMap(inInline) : [id]
}

function inBlock(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.children.flatMap(inInline)
    case 'quote':
      return block.children.flatMap(inBlock)
    case 'list':
      return block.items.flat().flatMap(inBlock)
    case 'table':
      return [block.head, ...block.rows].flat(2).flatMap(inInline)
    default:
      return []
  }
}
