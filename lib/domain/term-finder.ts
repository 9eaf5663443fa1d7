// One automaton for all terms of a team (Aho-Corasick over words): a text is read once, whatever the number of terms. A word that no
// term holds costs one look into a table; nothing is allocated while reading. Refuses to remember the text.
import { readTerm, termKey } from './term.ts'
import { eachWord, fold } from './words.ts'

/** Listens to one text, which may come in pieces: phrases go on across pieces, words end with them. */
export interface Ear {
  hear(piece: string): void
  /** Words heard so far. */
  count(): number
  /** Whether the term stands in what was heard after the first `since` words, all of it. */
  has(term: number, since: number): boolean
}

export interface TermFinder {
  /** What `Ear.has` calls this term; null where it holds no word and is never found. */
  numberOf(term: string): number | null
  listen(): Ear
}

interface State {
  next: Map<number, State>
  /** The longest end of what was read that begins another term. */
  fallback: State
  /** The term that ends here. */
  term: number
  /** The next shorter end of what was read where a term ends. */
  shorter: State | null
  depth: number
}

interface Nearness {
  term: number
  words: number[]
  within: number
}

const nothing = -1

export function createTermFinder(terms: Iterable<string>): TermFinder {
  const numbers = new Map<string, number>()
  const vocabulary = createVocabulary()
  const root = createState(0)
  const nearnesses: Nearness[] = []
  for (const text of terms) {
    const term = readTerm(text)
    const key = termKey(term)
    if (term.words.length === 0 || numbers.has(key)) continue
    const words = term.words.map(vocabulary.learn)
    if (term.near === null || words.length < 2) plant(root, words, numbers.size)
    else nearnesses.push({ term: numbers.size, words, within: term.near })
    numbers.set(key, numbers.size)
  }
  linkFallbacks(root)
  const find = vocabulary.index()
  /** Where the words lead that begin a term: most words are read at the root. */
  const begins = Array.from({ length: vocabulary.size() }, (_, word) => root.next.get(word))
  const nearBy: Nearness[][] = Array.from({ length: vocabulary.size() }, () => [])
  for (const nearness of nearnesses) for (const word of nearness.words) nearBy[word]!.push(nearness)

  return {
    numberOf: (term) => numbers.get(termKey(readTerm(term))) ?? null,
    listen() {
      /** Where the newest hit of each term begins, in words. */
      const newest = new Int32Array(numbers.size).fill(nothing)
      const lastAt = new Int32Array(vocabulary.size()).fill(nothing)
      let state = root
      let count = 0
      /** The last word that stands in a nearness. */
      let lastNear = nothing

      function step(word: number) {
        let next = state === root ? begins[word] : state.next.get(word)
        while (!next && state !== root) {
          state = state.fallback
          next = state === root ? begins[word] : state.next.get(word)
        }
        state = next ?? root
        for (let end: State | null = state.term === nothing ? state.shorter : state; end; end = end.shorter) newest[end.term] = count + 1 - end.depth
        const nearnesses = nearBy[word]!
        if (nearnesses.length === 0) return
        lastAt[word] = count
        // Said again before any of the others, it is only farther from them.
        if (word === lastNear) return
        lastNear = word
        for (const { term, words, within } of nearnesses) {
          let first = count
          for (const other of words) first = Math.min(first, lastAt[other]!)
          if (first !== nothing && count - first <= within) newest[term] = first
        }
      }

      return {
        hear(piece) {
          const folded = fold(piece)
          eachWord(folded, (start, end, hash) => {
            const word = find(folded, start, end, hash)
            if (word === nothing) state = root
            else step(word)
            count += 1
          })
        },
        count: () => count,
        has: (term, since) => newest[term]! >= since,
      }
    },
  }
}

function createState(depth: number): State {
  const state = { next: new Map(), term: nothing, shorter: null, depth } as unknown as State
  state.fallback = state
  return state
}

function plant(root: State, words: number[], term: number): void {
  let state = root
  for (const word of words) {
    const next = state.next.get(word) ?? createState(state.depth + 1)
    state.next.set(word, next)
    state = next
  }
  state.term = term
}

/** Level by level, so that whatever a state falls back to is linked already. */
function linkFallbacks(root: State): void {
  const pending: State[] = [root]
  for (let at = 0; at < pending.length; at++) {
    const state = pending[at]!
    for (const [word, next] of state.next) {
      let known = state
      do known = known.fallback
      while (known !== root && !known.next.has(word))
      next.fallback = state === root ? root : (known.next.get(word) ?? root)
      next.shorter = next.fallback.term === nothing ? next.fallback.shorter : next.fallback
      pending.push(next)
    }
  }
}

/** Numbers for words. `index` makes the table by which a word is known from its place in a text, without cutting it out. */
function createVocabulary() {
  const numbers = new Map<string, number>()
  return {
    size: () => numbers.size,
    learn(word: string): number {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      return number
    },
    index(): (text: string, start: number, end: number, hash: number) => number {
      const words = [...numbers.keys()]
      const letters = words.join('')
      const ends = new Uint32Array(words.length + 1)
      const mask = 2 ** Math.ceil(Math.log2(words.length * 4 + 2)) - 1
      const slots = new Int32Array(mask + 1).fill(nothing)
      const hashes = new Uint32Array(mask + 1)
      for (const [number, word] of words.entries()) {
        ends[number + 1] = ends[number]! + word.length
        eachWord(word, (_start, _end, hash) => {
          let slot = (hash ^ (hash >>> 15)) & mask
          while (slots[slot] !== nothing) slot = (slot + 1) & mask
          slots[slot] = number
          hashes[slot] = hash
        })
      }
      return (text, start, end, hash) => {
        for (let slot = (hash ^ (hash >>> 15)) & mask; slots[slot] !== nothing; slot = (slot + 1) & mask) {
          const number = slots[slot]!
          const from = ends[number]!
          if (hashes[slot] !== hash || ends[number + 1]! - from !== end - start) continue
          let at = start
          while (at < end && text.charCodeAt(at) === letters.charCodeAt(from + at - start)) at += 1
          if (at === end) return number
        }
        return nothing
      }
    },
  }
}
