// Formatted text as HTML for an editor's paste: from the syntax tree alone, every sign escaped, a fixed list of tags, links to https and mailto only.
import type { Block, Inline } from '../schema/rich-text.ts'

const tags = { strong: 'strong', emphasis: 'em', delete: 's' } as const

export function htmlOf(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('')
}

/** What a person would read of it, to look for in the editor afterwards. */
export function wordsOf(blocks: readonly Block[]): string {
  return htmlOf(blocks)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot);/g, ' ')
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children)}</p>`
    case 'heading':
      return `<p><strong>${inlineHtml(block.children)}</strong></p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${itemHtml(item)}</li>`).join('')}</${tag}>`
    }
    case 'quote':
      return `<blockquote>${htmlOf(block.children)}</blockquote>`
    case 'code':
      return `<pre>${escaped(block.text)}</pre>`
    case 'table':
      return `<table>${[block.head, ...block.rows].map((row) => `<tr>${row.map((cell) => `<td>${inlineHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`
    case 'rule':
      return '<hr>'
  }
}

/** One paragraph in an item stands in it without its own tag, which editors would put a gap around. */
function itemHtml(item: readonly Block[]): string {
  const [first, ...rest] = item
  return first?.type === 'paragraph' ? inlineHtml(first.children) + htmlOf(rest) : htmlOf(item)
}

function inlineHtml(nodes: readonly Inline[]): string {
  return nodes.map(oneHtml).join('')
}

function oneHtml(node: Inline): string {
  switch (node.type) {
    case 'text':
      return escaped(node.text)
    case 'code':
      return `<code>${escaped(node.text)}</code>`
    case 'break':
      return '<br>'
    case 'link': {
      const words = inlineHtml(node.children)
      return /^(https:\/\/|mailto:)/i.test(node.url) ? `<a href="${escaped(node.url)}">${words}</a>` : words
    }
    default:
      return `<${tags[node.type]}>${inlineHtml(node.children)}</${tags[node.type]}>`
  }
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!)
