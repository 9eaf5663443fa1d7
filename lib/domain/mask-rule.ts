// How a rule of masking says what it found, so that all of them can be counted, kept back and put in place by one loop.
import type { MaskedKinds, MaskKind } from '../schema/redaction.ts'

export interface Masked {
  text: string
  /** How many secrets were replaced, and how many of each kind. */
  count: number
  found: MaskedKinds
}

/**
 * A mask may be longer than the secret: `most` cuts the end off, since a text above its limit makes the whole record unreadable.
 */
export type Masker = (text: string, most?: number) => Masked

/** From `at` up to `end` of the text stands a secret; `mask` goes in its place. */
export interface Hit {
  at: number
  end: number
  mask: string
}

/** Hits come in order and do not overlap. Every rule is linear on its text. */
export interface Rule {
  kind: MaskKind
  find: (text: string) => Hit[]
}

type Groups = (string | undefined)[]

/** Every match of the global `pattern`, or of its group `part`; `say` gives the mask, or null when it is no secret after all. */
export function matching(pattern: RegExp, say: (hit: string, groups: Groups) => string | null, part = 0): Rule['find'] {
  const placed = new RegExp(pattern, `${pattern.flags}d`)
  return (text) => {
    const hits: Hit[] = []
    for (const match of text.matchAll(placed)) {
      const [at, end] = match.indices?.[part] ?? [0, 0]
      const mask = say(text.slice(at, end), match)
      if (mask !== null) hits.push({ at, end, mask })
    }
    return hits
  }
}
