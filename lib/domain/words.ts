// A text as the words that triggers are matched by. One pass, no strings made: the caller gets offsets and a hash of each word.

const gap = 1
const letter = 2
const digit = 3
/** Joins the word before it, begins none. */
const mark = 4
/** A letter of a script written without spaces: a word of its own, so that a term is found inside a run of them. */
const solo = 5
const apostrophe = 6
const surrogate = 7

const spaceless = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u
/** What a code unit is, as far as it was asked; 0 where it was not. */
const kinds = new Uint8Array(65_536)
/** The same of what takes two code units. */
const pairKinds = new Map<number, number>()

function kindOf(code: number): number {
  const sign = String.fromCodePoint(code)
  if (code === 0x27) return apostrophe
  if (code >= 0xd800 && code < 0xe000) return surrogate
  if (/\p{M}/u.test(sign)) return mark
  if (!/[\p{L}\p{N}]/u.test(sign)) return gap
  if (spaceless.test(sign)) return solo
  return /\p{L}/u.test(sign) ? letter : digit
}

/** `at` is inside the text. */
function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const known = kinds[unit]!
  if (known !== 0 && known !== surrogate) return known
  const code = text.codePointAt(at)!
  if (code <= 0xffff) {
    kinds[unit] = kindOf(code)
    return kinds[unit] === surrogate ? gap : kinds[unit]!
  }
  const kind = pairKinds.get(code) ?? kindOf(code)
  pairKinds.set(code, kind)
  return kind
}

const widthAt = (text: string, at: number) => (text.codePointAt(at)! > 0xffff ? 2 : 1)
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** Case, width, typographic apostrophes and invisible signs make no difference. */
export function fold(text: string): string {
  return text.replace(invisible, '').normalize('NFKC').toLowerCase().replaceAll('\u2019', "'")
}

const mix = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193)

/** Calls `hear` for each word of a folded text: letters, digits and marks in a row, apostrophes inside ("don't"), or one spaceless letter. */
export function eachWord(folded: string, hear: (start: number, end: number, hash: number) => void): void {
  const { length } = folded
  let start = -1
  let hash = 0
  for (let at = 0; at < length; ) {
    const unit = folded.charCodeAt(at)
    let kind = kinds[unit]!
    if (kind === letter || kind === digit) {
      if (start < 0) {
        start = at
        hash = 0
      }
      hash = mix(hash, unit)
      at += 1
      continue
    }
    if (kind !== gap) kind = kindAt(folded, at)
    const end = at + (kind === gap ? 1 : widthAt(folded, at))
    const isInside = start >= 0 && (kind === mark || (kind === apostrophe && end < length && kindAt(folded, end) === letter))
    if (isInside || kind === letter || kind === digit) {
      if (start < 0) {
        start = at
        hash = 0
      }
      for (; at < end; at++) hash = mix(hash, folded.charCodeAt(at))
      continue
    }
    if (start >= 0) hear(start, at, hash >>> 0)
    start = -1
    at = kind === solo ? hearSolo(folded, at, end, hear) : end
  }
  if (start >= 0) hear(start, length, hash >>> 0)
}

/** One letter with its marks; answers where they end. */
function hearSolo(folded: string, start: number, first: number, hear: (start: number, end: number, hash: number) => void): number {
  let end = first
  while (end < folded.length && kindAt(folded, end) === mark) end += widthAt(folded, end)
  let hash = 0
  for (let at = start; at < end; at++) hash = mix(hash, folded.charCodeAt(at))
  hear(start, end, hash >>> 0)
  return end
}

export function wordsOf(text: string): string[] {
  const words: string[] = []
  const folded = fold(text)
  eachWord(folded, (start, end) => words.push(folded.slice(start, end)))
  return words
}

/** The last white space at or before `limit`, where a text can be cut without parting a word; `limit` where there is none. */
export function cutBetweenWords(text: string, limit: number): number {
  if (text.length <= limit) return text.length
  for (let cut = limit; cut > 0; cut--) if (text[cut]!.trim() === '') return cut
  return limit
}

/** Whether a text is of a script that is written without spaces, where two letters can be a whole word. */
export function isSpaceless(text: string): boolean {
  return spaceless.test(text)
}
