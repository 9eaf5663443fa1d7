// One keyword of a trigger: a word, a phrase ("not authentic"), or words near each other (`near:5 serial missing`).
import { wordsOf } from './words.ts'

export interface Term {
  /** Folded; none where there is nothing to look for. */
  words: string[]
  /** Most words from the first to the last, in any order; null for words in a row. */
  near: number | null
}

const nearness = /^near:(\d{1,3})\s+(.+)$/is

export function readTerm(text: string): Term {
  const near = nearness.exec(text.trim())
  if (!near) return { words: wordsOf(text), near: null }
  return { words: [...new Set(wordsOf(near[2]!))], near: Number(near[1]) }
}

/** The words as they were written, without `near:5`. */
export function plainTerm(text: string): string {
  return nearness.exec(text.trim())?.[2] ?? text
}

/** As a person reads it: “not authentic”, “serial” near “missing”. */
export function quotedTerm(text: string): string {
  const near = nearness.exec(text.trim())
  return near ? `“${near[2]!.trim().split(/\s+/).join('” near “')}”` : `“${text}”`
}

/** Terms with equal keys are found in the same texts. */
export function termKey({ words, near }: Term): string {
  return near === null || words.length < 2 ? words.join(' ') : `near:${near} ${words.toSorted().join(' ')}`
}
