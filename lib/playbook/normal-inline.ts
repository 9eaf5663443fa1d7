// One spelling for formatted text that looks the same: neighbours joined, nothing empty, no blanks at the edges, nothing bold inside bold.
// The parser returns only this form, which is what makes print and parse each other's inverse.
import type { Inline } from '../schema/rich-text.ts'

type Wrapper = 'strong' | 'emphasis' | 'delete'

export function normalInline(nodes: readonly Inline[]): Inline[] {
  return splitEdges(normal(nodes, new Set())).kept
}

/** For places that hold one line: headings and table cells. */
export function normalLine(nodes: readonly Inline[]): Inline[] {
  return normalInline(withoutBreaks(nodes))
}

function normal(nodes: readonly Inline[], within: ReadonlySet<Wrapper>): Inline[] {
  const result: Inline[] = []
  for (const node of nodes.flatMap((one) => normalNode(one, within))) {
    const last = result.at(-1)
    if (last && (last.type === 'text' || last.type === 'code') && last.type === node.type) {
      result[result.length - 1] = { type: last.type, text: last.text + node.text }
    } else if (last && isWrapper(last) && isWrapper(node) && last.type === node.type) {
      result[result.length - 1] = { type: last.type, children: normal([...last.children, ...node.children], new Set([...within, last.type])) }
    } else {
      result.push(node)
    }
  }
  return result
}

function normalNode(node: Inline, within: ReadonlySet<Wrapper>): Inline[] {
  if (node.type === 'text') {
    const text = writable(oneLine(node.text))
    return text === '' ? [] : [{ type: 'text', text }]
  }
  if (node.type === 'code') {
    const text = node.text.replace(/[\r\n]/g, ' ')
    return text === '' ? [] : [{ type: 'code', text }]
  }
  if (node.type === 'break') return [node]
  if (node.type === 'link') {
    const children = trimBreaks(normal(node.children, within))
    return [{ type: 'link', url: node.url, children: children.length > 0 ? children : [{ type: 'text', text: node.url }] }]
  }
  if (within.has(node.type)) return normal(node.children, within)
  const children = normal(node.children, new Set([...within, node.type]))
  const { lead, kept, tail } = splitEdges(children)
  return [...lead, ...(kept.length > 0 ? [{ type: node.type, children: kept }] : []), ...tail]
}

/** Breaks and blanks at the edges of emphasis stand outside: inside, Markdown would not see the emphasis. */
function splitEdges(nodes: readonly Inline[]): { lead: Inline[]; kept: Inline[]; tail: Inline[] } {
  const kept = [...nodes]
  const lead: Inline[] = []
  const tail: Inline[] = []
  for (let first = kept[0]; first; first = kept[0]) {
    const blank = edgeOf(first, /^\s+/)
    if (blank === null) break
    lead.push(blank)
    kept.splice(0, 1, ...without(first, blank, 'start'))
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    const blank = edgeOf(last, /\s+$/)
    if (blank === null) break
    tail.unshift(blank)
    kept.splice(-1, 1, ...without(last, blank, 'end'))
  }
  return { lead, kept, tail }
}

function edgeOf(node: Inline, pattern: RegExp): Inline | null {
  if (node.type === 'break') return node
  const blank = node.type === 'text' ? pattern.exec(node.text)?.[0] : undefined
  return blank === undefined ? null : { type: 'text', text: blank }
}

function without(node: Inline, blank: Inline, side: 'start' | 'end'): Inline[] {
  if (node.type !== 'text' || blank.type !== 'text' || node.text === blank.text) return []
  const count = blank.text.length
  return [{ type: 'text', text: side === 'start' ? node.text.slice(count) : node.text.slice(0, -count) }]
}

function oneLine(text: string): string {
  return text.replace(/[\t ]*[\r\n]+[\t ]*/g, ' ')
}

/** Beside emphasis Markdown writes some characters as numbers, and these cannot be written so: they become what Markdown makes of them. */
function writable(text: string): string {
  return text.toWellFormed().replace(/(?![\t\f])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '\ufffd')
}

function isWrapper(node: Inline): node is Extract<Inline, { type: Wrapper }> {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete'
}

function trimBreaks(nodes: Inline[]): Inline[] {
  const start = nodes.findIndex((node) => node.type !== 'break')
  const end = nodes.findLastIndex((node) => node.type !== 'break')
  return start < 0 ? [] : nodes.slice(start, end + 1)
}

function withoutBreaks(nodes: readonly Inline[]): Inline[] {
  return nodes.map((node): Inline => {
    if (node.type === 'break') return { type: 'text', text: ' ' }
    return 'children' in node ? { ...node, children: withoutBreaks(node.children) } : node
  })
}
