// Where a query says one of the team's equal words, and what else it may have said. Longest first, so that "payment reversal" is one
// expression and not two words.
import type { SynonymLists } from '../schema/synonyms.ts'

/** A stretch of the query: its words, and the other ways to say it, each as its words. */
export interface Stretch {
  words: string[]
  others: string[][]
}

export type Thesaurus = (query: string) => Stretch[]

/** As the index splits and folds texts. */
export const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[\n\r\p{Z}\p{P}]+/u)
    .filter((word) => word !== '')

/** A word that is not typed to its end counts from here. */
const enoughToGuess = 4

export function createThesaurus(lists: SynonymLists): Thesaurus {
  const known = new Map<string, string[][]>()
  let longest = 1
  for (const list of lists) {
    const expressions = list.map(wordsOf).filter((words) => words.length > 0)
    for (const words of expressions) {
      const key = words.join(' ')
      const others = expressions.filter((other) => other !== words)
      known.set(key, [...(known.get(key) ?? []), ...others])
      longest = Math.max(longest, words.length)
    }
  }
  const keys = [...known.keys()]
  /** The one expression that a last word begins; none where there are several. */
  const guessed = (word: string) => {
    if (word.length < enoughToGuess) return undefined
    // A whole first word is a word of its own.
    const begun = keys.filter((key) => key.startsWith(word))
    return begun.length === 1 && begun[0]![word.length] !== ' ' ? known.get(begun[0]!) : undefined
  }

  return (query) => {
    const words = wordsOf(query)
    const stretches: Stretch[] = []
    for (let at = 0; at < words.length; ) {
      const rest = words.length - at
      const sizes = Array.from({ length: Math.min(longest, rest) }, (_, index) => Math.min(longest, rest) - index)
      const size = sizes.find((count) => known.has(words.slice(at, at + count).join(' '))) ?? 1
      const said = words.slice(at, at + size)
      stretches.push({ words: said, others: known.get(said.join(' ')) ?? (rest === 1 ? guessed(said[0]!) : undefined) ?? [] })
      at += size
    }
    return stretches
  }
}
