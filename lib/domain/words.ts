// A text as words with positions: built once per page, asked once per trigger term.

const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu

export function wordsOf(text: string): string[] {
  return text.toLowerCase().normalize('NFKC').match(word) ?? []
}

/** Positions of each word, ascending. */
export type WordIndex = ReadonlyMap<string, readonly number[]>

export function indexWords(text: string): WordIndex {
  const index = new Map<string, number[]>()
  let position = 0
  for (const token of wordsOf(text)) {
    const known = index.get(token)
    if (known) known.push(position)
    else index.set(token, [position])
    position += 1
  }
  return index
}

/** A trigger term: a word, a phrase ("not authentic"), or words near each other (`near:5 serial missing`). */
export function termOccurs(term: string, index: WordIndex): boolean {
  const near = /^near:(\d{1,3})\s+(.+)$/i.exec(term.trim())
  if (near) return occurNear(wordsOf(near[2]!), Number(near[1]), index)
  const wanted = wordsOf(term)
  const [first, ...rest] = wanted
  if (first === undefined) return false
  const starts = index.get(first)
  if (!starts) return false
  const others = rest.map((token) => new Set(index.get(token) ?? []))
  return starts.some((start) => others.every((places, offset) => places.has(start + offset + 1)))
}

/** All words, in any order, inside a stretch of `distance` words between the first and the last. */
function occurNear(wanted: string[], distance: number, index: WordIndex): boolean {
  if (wanted.length === 0) return false
  const places = wanted.map((token) => index.get(token) ?? [])
  if (places.some((list) => list.length === 0)) return false
  const cursors = places.map(() => 0)
  for (;;) {
    const current = places.map((list, which) => list[cursors[which]!]!)
    const low = Math.min(...current)
    if (Math.max(...current) - low <= distance) return true
    const which = current.indexOf(low)
    cursors[which]! += 1
    if (cursors[which]! >= places[which]!.length) return false
  }
}
