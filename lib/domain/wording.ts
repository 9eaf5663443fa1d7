// Whether two wordings say the same, and how alike two are that do not. Knows letters and words, no language and no meaning.

/** A text made ready to be compared with many others. */
export interface Wording {
  raw: string
  plain: string
  /** Pairs of neighbouring letters inside words, sorted; a word of one letter counts as itself. */
  pairs: readonly string[]
}

export function wordingOf(raw: string): Wording {
  const plain = plainWording(raw)
  const words = plain.split(' ').filter((word) => word !== '')
  const pairs = words.flatMap((word) => {
    const letters = [...word]
    return letters.length === 1 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  })
  return { raw: raw.trim(), plain, pairs: pairs.sort() }
}

/** Letters and digits only, lower case, one space between words: what stays when spelling, case, accents and punctuation do not count. */
function plainWording(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  // Signs that change what is asked ("> 50", "50 %", "$50") are not punctuation.
  return bare.match(/[\p{L}\p{N}]+|[\p{Sc}\p{Sm}%#]/gu)?.join(' ') ?? ''
}

/** Wordings of signs alone say the same only where they are the same signs. */
export function saysSame(a: Wording, b: Wording): boolean {
  return a.plain === b.plain && (a.plain !== '' || a.raw === b.raw)
}

/**
 * Sørensen-Dice coefficient over the pairs of neighbouring letters inside words: 1 for the same words in any order, 0 where no two letters
 * meet. Steady on the short lines that steps are, and little moved by an ending, a typing mistake or a word more.
 */
export function likeness(a: Wording, b: Wording): number {
  const total = a.pairs.length + b.pairs.length
  if (total === 0) return saysSame(a, b) ? 1 : 0
  let met = 0
  for (let left = 0, right = 0; left < a.pairs.length && right < b.pairs.length; ) {
    const [one, other] = [a.pairs[left]!, b.pairs[right]!]
    if (one === other) met += 1
    if (one <= other) left += 1
    if (other <= one) right += 1
  }
  return (2 * met) / total
}

export const isSameWording = (a: string, b: string) => saysSame(wordingOf(a), wordingOf(b))

export const similarity = (a: string, b: string) => likeness(wordingOf(a), wordingOf(b))
