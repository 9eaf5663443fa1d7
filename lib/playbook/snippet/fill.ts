// A snippet as plain text for one case: Markdown marks flattened to what any reply box can hold, values in place, gaps named.
import { cursorMark, expand, type Scene, slotMark } from './expand.ts'
import { flatten } from './flatten.ts'
import type { SnippetPart } from './part.ts'
import { readParts } from './read-parts.ts'

export interface Filled {
  text: string
  /** What is not known and stays visible as `[case.order]`, so that nobody sends a silent gap. */
  missing: string[]
  /** The text in pieces; those that stand for something missing say so. */
  pieces: { text: string; isGap: boolean }[]
  /** Where the cursor belongs, from the end of the text; null where the snippet does not say. */
  cursorFromEnd: number | null
}

export function fillParts(parts: readonly SnippetPart[], scene: Scene): Filled {
  const { markdown, slots } = expand(parts, scene)
  const marked = trimAround(flatten(markdown))
  const missing = new Set<string>()
  const pieces: Filled['pieces'] = []
  let cursorFromEnd: number | null = null
  const add = (text: string, isGap: boolean) => {
    if (text === '') return
    if (cursorFromEnd !== null) cursorFromEnd += text.length
    pieces.push({ text, isGap })
  }
  const addWords = (words: string) => {
    for (const [index, piece] of words.split(cursorMark).entries()) {
      if (index > 0) cursorFromEnd ??= 0
      add(piece, false)
    }
  }
  // Split keeps the numbers of the slots at the odd places.
  for (const [index, piece] of marked.split(slotMark).entries()) {
    if (index % 2 === 0) {
      addWords(piece)
      continue
    }
    const { text, gap } = slots[Number(piece)]!
    if (gap !== null) missing.add(gap)
    add(text, gap !== null)
  }
  return { text: pieces.map(({ text }) => text).join(''), missing: [...missing], pieces, cursorFromEnd }
}

/** For texts without a form: everything as the case and the defaults say. */
export function fillBody(body: string, scene: Scene): Filled {
  return fillParts(readParts(body).parts, scene)
}

/** A cursor at the edge keeps its place; the blanks around it go. */
function trimAround(text: string): string {
  const blank = `[\\s${cursorMark}]*`
  const keep = (edge: string) => (edge.includes(cursorMark) ? cursorMark : '')
  return text.replace(new RegExp(`^${blank}`), keep).replace(new RegExp(`${blank}$`), keep)
}
