// Formatted text to the syntax tree that Markdown is printed from.
import type { PhrasingContent } from 'mdast'
import type { Inline } from '../schema/rich-text.ts'

export function inlineTree(nodes: readonly Inline[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    switch (node.type) {
      case 'text':
        return { type: 'text', value: node.text }
      case 'code':
        return { type: 'inlineCode', value: node.text }
      case 'break':
        return { type: 'break' }
      case 'link':
        return { type: 'link', url: node.url, children: inlineTree(node.children) }
      default:
        return { type: node.type, children: inlineTree(node.children) }
    }
  })
}

/** True when a brace in the words could be taken for the start of an attribute block. `{{variables}}` cannot. */
export function hasLoneBrace(nodes: readonly Inline[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return /(?<!\{)\{(?!\{)/.test(node.text)
    return 'children' in node && hasLoneBrace(node.children)
  })
}
