// Formatted text as HTML for an editor's paste: from the syntax tree alone, every sign escaped, a fixed list of tags, links to https and mailto only.
import type { Block, Inline } from '../schema/rich-text.ts'

const tags = { paragraph: 'p', quote: 'blockquote', strong: 'strong', emphasis: 'em', delete: 's' } as const
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!)
const tagged = (tag: string, html: string) => `<${tag}>${html}</${tag}>`

export function htmlOf(nodes: readonly (Block | Inline)[]): string {
  return nodes.map(html).join('')
}

function html(node: Block | Inline): string {
  switch (node.type) {
    case 'text':
      return escaped(node.text)
    case 'break':
      return '<br>'
    case 'rule':
      return '<hr>'
    case 'code':
      return tagged('language' in node ? 'pre' : 'code', escaped(node.text))
    case 'heading':
      return tagged('p', tagged('strong', htmlOf(node.children)))
    case 'link':
      return /^(https:\/\/|mailto:)/i.test(node.url) ? `<a href="${escaped(node.url)}">${htmlOf(node.children)}</a>` : htmlOf(node.children)
    case 'list':
      return tagged(node.ordered ? 'ol' : 'ul', node.items.map((item) => tagged('li', htmlOf(item.flatMap(unwrapped)))).join(''))
    case 'table':
      return tagged('table', [node.head, ...node.rows].map((row) => tagged('tr', row.map((cell) => tagged('td', htmlOf(cell))).join(''))).join(''))
    default:
      return tagged(tags[node.type], htmlOf(node.children))
  }
}

/** The first paragraph of an item stands in it without its own tag, which editors would put a gap around. */
function unwrapped(block: Block, place: number): (Block | Inline)[] {
  return place === 0 && block.type === 'paragraph' ? block.children : [block]
}
