// Formatted text cut by offsets into its plain words, the formatting on both sides kept.
import type { Inline } from '../../schema/rich-text.ts'
import { normalInline } from '../normal-inline.ts'

/** The plain words with the offsets that `slice` takes: a break counts as one blank. */
export function wordsOf(nodes: readonly Inline[]): string {
  return nodes.map((node) => (node.type === 'break' ? ' ' : 'text' in node ? node.text : wordsOf(node.children))).join('')
}

export function slice(nodes: readonly Inline[], start: number, end: number): Inline[] {
  return normalInline(sliceRaw(nodes, start, end))
}

function sliceRaw(nodes: readonly Inline[], start: number, end: number): Inline[] {
  let at = 0
  return nodes.flatMap((node): Inline[] => {
    const from = at
    at += wordsOf([node]).length
    const first = Math.max(0, start - from)
    const last = Math.min(at, end) - from
    if (last <= first) return []
    if (node.type === 'break') return [node]
    if ('text' in node) return [{ ...node, text: node.text.slice(first, last) }]
    return [{ ...node, children: sliceRaw(node.children, first, last) }]
  })
}

/** The first letter large, the sign at the end as given: "the parcel is lost," becomes "The parcel is lost?". */
export function asSentence(nodes: readonly Inline[], ending: string): Inline[] {
  const words = wordsOf(nodes)
  const kept = words.replace(/[\s,.:;?–—-]+$/, '').length
  const cut = capitalised(slice(nodes, words.search(/\S/), kept))
  return normalInline(ending === '' ? cut : [...cut, { type: 'text', text: ending }])
}

export function capitalised(nodes: readonly Inline[]): Inline[] {
  const [first, ...rest] = nodes
  if (!first || first.type === 'break' || first.type === 'code') return [...nodes]
  if (first.type === 'text') return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest]
  return [{ ...first, children: capitalised(first.children) }, ...rest]
}
