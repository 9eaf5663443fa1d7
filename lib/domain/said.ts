// What one page has said, as far as it is remembered: pieces that end between words, the oldest of which are forgotten. Grows only at
// the end, so that whoever read it before needs to read what is new and no more.
import { limits } from '../schema/ids.ts'
import { cutBetweenWords } from './words.ts'

export interface SaidText {
  /** Adds a text that came in later. */
  add(text: string): void
  /** Oldest first. */
  readonly pieces: readonly string[]
  /** How many pieces were forgotten before the first of these. */
  forgotten(): number
}

const pieceLimit = 4_000

/** Remembers at least the newest `limit` minus one piece, and never more than `limit` UTF-16 units. */
export function createSaid(text: string, limit: number = limits.pageText): SaidText {
  const pieces: string[] = []
  let length = 0
  let forgotten = 0

  function add(said: string) {
    for (let rest = said; rest !== ''; ) {
      const cut = cutBetweenWords(rest, Math.min(pieceLimit, limit))
      pieces.push(rest.slice(0, cut))
      length += cut
      rest = rest.slice(cut)
    }
    let many = 0
    for (; length > limit; many++) length -= pieces[many]!.length
    pieces.splice(0, many)
    forgotten += many
  }

  add(text)
  return { add, pieces, forgotten: () => forgotten }
}
