// Words that the agent chose, taken out of a piece of evidence: out of the selection, what stands around it, the title and the address.
import { limits } from '../schema/ids.ts'
import type { Proof } from '../schema/proof.ts'
import type { Run } from '../schema/run.ts'

export type Selection = Extract<Proof, { kind: 'selection' }>

/** In the form of the automatic masks, and a word of its own. */
export const wordsMask = '[words removed]'

/** A run in which the agent took words out: what is still selected on the page may say them again. */
export const hasMaskedWords = ({ steps }: Pick<Run, 'steps'>): boolean =>
  steps.some(({ proofs }) => proofs?.some((proof) => JSON.stringify(proof).includes(wordsMask)))

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
/** A letter as addresses may write it; half of a pair cannot be written so. */
function encoded(letter: string): string {
  const code = letter.charCodeAt(0)
  return code < 128 ? `%${code.toString(16).padStart(2, '0')}` : letter.isWellFormed() ? encodeURIComponent(letter) : letter
}

/** A bare percent sign in an address begins an encoded letter and is none itself. */
function forms(letter: string, isAddress: boolean): string {
  const all = [letter, ...[letter, letter.toLowerCase(), letter.toUpperCase()].map(encoded)].filter((form) => !isAddress || form !== '%')
  return `(?:${[...new Set(all)].map(literal).join('|')})`
}

/** However it is capitalised and spaced, and as addresses write it. Null where nothing is left to look for. */
function patternOf(words: string, isAddress: boolean): RegExp | null {
  // Chosen across a mask, what stands on either side of it is meant.
  const pieces = words.split(wordsMask).flatMap((piece) => {
    const parts = piece.split(/\s+/).filter((part) => part !== '')
    const said = parts.map((part) => [...part].map((letter) => forms(letter, isAddress)).join(''))
    return said.length > 0 ? [said.join('(?:\\s+|(?:%(?:20|0[9ad]))+|\\+)')] : []
  })
  return pieces.length > 0 ? new RegExp(`${literal(wordsMask)}|(${pieces.join('|')})${isAddress ? '|%[0-9a-f]{2}' : ''}`, 'giu') : null
}

/** A mask is passed over, so that none is put into a mask; of an address also a letter of an encoded sign. */
function without(said: string, pattern: RegExp | null, most: number): string {
  return pattern ? said.replace(pattern, (match, words) => (words === undefined ? match : wordsMask)).slice(0, most) : said
}

/** The evidence without these words, wherever they stand in it; and in how many places they stood: of the selection where nothing stands around it. */
export function maskWords(proof: Selection, words: string): { masked: Selection; count: number } {
  const { text, around, url, title } = proof
  const [plain, address] = [patternOf(words, false), patternOf(words, true)]
  const places = (said: string, pattern: RegExp | null) => (pattern ? [...said.matchAll(pattern)].filter((match) => match[1] !== undefined).length : 0)
  const masked = {
    ...proof,
    text: without(text, plain, limits.proof),
    around: without(around, plain, limits.around),
    url: without(url, address, limits.url),
    title: without(title, plain, limits.title),
  }
  return { masked, count: places(around || text, plain) + places(title, plain) + places(url, address) }
}
