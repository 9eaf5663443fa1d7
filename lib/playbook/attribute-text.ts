// The attribute block as text: `{input: money, save: order.value}` to entries with their places, and back. Knows no attribute by name.

import type { Place } from './problem.ts'
import { placeOf } from './problem.ts'
import type { StepAttributes } from './step-syntax.ts'

/** `value` is null for a bare word such as `optional`; `#id` has the key `#`. */
export interface Entry {
  key: string
  value: string | null
  place: Place
  valuePlace: Place
}

/** Nodes are the pieces of one block: it may run over several lines. */
export function readEntries(nodes: readonly StepAttributes[]): Entry[] {
  return splitAtCommas(nodes).flatMap(({ text, place }) => {
    const [, lead = '', body = ''] = /^(\s*)([\s\S]*?)\s*$/.exec(text)!
    if (body === '') return []
    const at = shift(place, lead)
    if (body.startsWith('#')) return [{ key: '#', value: body.slice(1), place: at, valuePlace: shift(at, '#') }]
    const [, key = body, gap = '', value = null] = /^([^:"]*?)(\s*:\s*)([\s\S]*)$/.exec(body) ?? []
    return [{ key, value, place: at, valuePlace: shift(at, key + gap) }]
  })
}

function splitAtCommas(nodes: readonly StepAttributes[]): { text: string; place: Place }[] {
  const parts: { text: string; place: Place }[] = []
  let open: { text: string; place: Place } | null = null
  let isQuoted = false
  let isEscaped = false
  let isList = false
  for (const [index, node] of nodes.entries()) {
    if (open) open.text += '\n'
    const start = placeOf(node)
    const isFirst = index === 0
    const isLast = index === nodes.length - 1
    const source = isLast ? node.source.trimEnd() : node.source
    for (let at = isFirst ? 1 : 0; at < source.length - (isLast ? 1 : 0); at++) {
      const character = source[at]!
      if (character === '"' && !isEscaped) isQuoted = !isQuoted
      isEscaped = isQuoted && character === '\\' && !isEscaped
      if (character === ',' && !isQuoted && !isList) {
        open = null
        continue
      }
      // A list is a value: its commas part its items.
      if (character === '[' && !isQuoted && open && /^[^:"]*:\s*$/.test(open.text)) isList = true
      if (character === ']' && !isQuoted) isList = false
      if (!open) {
        open = { text: '', place: { line: start.line, column: start.column + at } }
        parts.push(open)
      }
      open.text += character
    }
  }
  return parts
}

function shift(place: Place, text: string): Place {
  const lines = text.split('\n')
  if (lines.length === 1) return { line: place.line, column: place.column + text.length }
  return { line: place.line + lines.length - 1, column: lines.at(-1)!.length + 1 }
}

export function placeWithin(place: Place, text: string, at: number): Place {
  return shift(place, text.slice(0, at))
}

/** Entries in the order given; null and false are left out, true is a bare word. Empty string without entries. */
export function printEntries(entries: readonly (readonly [key: string, value: string | boolean | null])[]): string {
  const parts = entries.flatMap(([key, value]) => {
    if (value === null || value === false) return []
    if (value === true) return [key]
    return [key === '#' ? `#${value}` : `${key}: ${value}`]
  })
  return parts.length > 0 ? `{${parts.join(', ')}}` : ''
}
