// The first line of a list item or heading: mark, words, attribute block.
import type { PhrasingContent } from 'mdast'
import type { Inline } from '../schema/rich-text.ts'
import { type Entry, readEntries } from './attribute-text.ts'
import { readInline } from './inline.ts'
import { normalInline } from './normal-inline.ts'
import { plainText } from './plain-text.ts'
import { placeOf } from './problem.ts'
import { type Reading, sourceOf } from './reading.ts'
import type { StepAttributes } from './step-syntax.ts'

export interface Line {
  text: Inline[]
  /** 1 to 1000 characters, or null when there is nothing to show. */
  label: string | null
  entries: Entry[]
}

const longestLabel = 1000

export function readLine(children: readonly PhrasingContent[], reading: Reading): Line {
  const start = children[0]?.type === 'stepMark' ? 1 : 0
  const found = children.findIndex((node) => node.type === 'stepAttributes')
  const end = found < 0 ? children.length : found
  const blocks = children.slice(end).filter((node): node is StepAttributes => node.type === 'stepAttributes')
  const words = children.slice(start, end)
  if (blocks.length === 0) refuseBrokenBlock(children, reading)
  const text = normalInline(readInline(words, reading))
  return { text, label: labelOf(text, children, reading), entries: readEntries(blocks) }
}

function labelOf(text: Inline[], children: readonly PhrasingContent[], reading: Reading): string | null {
  const label = plainText(text)
  if (label.length <= longestLabel) return label === '' ? null : label
  const place = placeOf(children[0] ?? {})
  reading.report.error(
    place,
    'too-long',
    `This line has ${label.length} characters.`,
    `Shorten it to ${longestLabel} and put the rest below it as indented text.`,
  )
  return label.slice(0, longestLabel).trim()
}

/** Braces at the end that did not make a block would silently become words: a person who wrote them meant something. */
function refuseBrokenBlock(children: readonly PhrasingContent[], reading: Reading): void {
  const last = children.at(-1)
  if (last?.type !== 'text') return
  const tail = /(?<![\\{])\{(?!\{)[^{}]*\}\s*$/.exec(sourceOf(reading, last))
  if (!tail) return
  const isMarked = children[0]?.type === 'stepMark'
  const message = isMarked ? `The attribute block ${tail[0].trim()} is broken.` : `${tail[0].trim()} is not allowed here: only steps have attributes.`
  const fix = isMarked ? 'Close every quote with ".' : 'Use {#id} or remove it; to show braces as text, write \\{.'
  reading.report.error(placeOf(last), 'attribute-block', message, fix)
}
