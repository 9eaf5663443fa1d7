// One spelling for formatted text that looks the same: neighbours joined, nothing empty, nothing bold inside bold.
// The parser returns only this form, which is what makes print and parse each other's inverse.
import type { Inline } from '../schema/rich-text.ts'

type Wrapper = 'strong' | 'emphasis' | 'delete'

export function normalInline(nodes: readonly Inline[]): Inline[] {
  return trimBreaks(normal(nodes, new Set()))
}

/** For places that hold one line: headings and table cells. Blanks around the line mean nothing there. */
export function normalLine(nodes: readonly Inline[]): Inline[] {
  const line = normalInline(withoutBreaks(nodes))
  const [first, last] = [line[0], line.at(-1)]
  if (first?.type === 'text') line[0] = { type: 'text', text: first.text.replace(/^[\t ]+/, '') }
  if (last?.type === 'text') line[line.length - 1] = { type: 'text', text: (line.at(-1) as typeof last).text.replace(/[\t ]+$/, '') }
  return normalInline(line)
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
    const text = oneLine(node.text)
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
  // A break at an edge is the same break outside.
  const kept = trimBreaks(children)
  if (kept.length === 0) return children
  const at = children.indexOf(kept[0]!)
  return [...children.slice(0, at), { type: node.type, children: kept }, ...children.slice(at + kept.length)]
}

function oneLine(text: string): string {
  return text.replace(/[\t ]*[\r\n]+[\t ]*/g, ' ')
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
