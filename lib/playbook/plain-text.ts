// Formatted text as the plain words in it: labels of steps, titles, search.
import type { Inline } from '../schema/rich-text.ts'

export function plainText(nodes: readonly Inline[]): string {
  return rawText(nodes).replace(/\s+/g, ' ').trim()
}

function rawText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return ' '
      return 'text' in node ? node.text : rawText(node.children)
    })
    .join('')
}
