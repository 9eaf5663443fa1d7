// Triggers taken apart to single values, for the linter: what each is called, and whether one trigger says all that another does.
import { askFor, foldValue } from '../domain/cue.ts'
import { globMatches } from '../domain/glob.ts'
import { rangeWords } from '../domain/range.ts'
import { readTerm, termKey } from '../domain/term.ts'
import { createTermFinder } from '../domain/term-finder.ts'
import type { Cue } from '../schema/playbook.ts'

/** Cues of one value each that together speak where `cue` does. */
export function partsOf(cue: Cue): Cue[] {
  switch (cue.kind) {
    case 'field':
      return cue.is.map((value) => ({ ...cue, is: [value] }))
    case 'field-contains':
      return cue.contains.map((text) => ({ ...cue, contains: [text] }))
    case 'keywords':
      return cue.terms.map((term) => ({ ...cue, terms: [term] }))
    default:
      return [cue]
  }
}

/** Parts of equal names speak on the same pages. */
export function nameOf(part: Cue): string {
  switch (part.kind) {
    case 'url':
      return `url ${part.pattern}`
    case 'field':
      return `${part.field} is ${part.is.map(foldValue).join(', ')}`
    case 'field-contains':
      return `${part.field} contains ${part.contains.map(foldValue).join(', ')}`
    case 'field-matches':
      return `${part.field} matches ${part.matches}`
    case 'field-range':
      return `${part.field} is ${rangeWords(part)}`
    case 'keywords': {
      const words = part.terms.map((term) => termKey(readTerm(term)) || term.trim()).join(', ')
      return `keyword ${words}${part.in === undefined ? '' : ` in the ${part.in}`}`
    }
  }
}

/** Whether `wide` speaks on every page on which `part` does; false where that cannot be told. */
export function covers(wide: Cue, part: Cue): boolean {
  switch (part.kind) {
    // An asterisk is no character of an address, so only an asterisk of `wide` can stand for it.
    case 'url':
      return wide.kind === 'url' && globMatches(wide.pattern, part.pattern)
    case 'field':
      return 'field' in wide && part.is.every((value) => speaksOf(wide, part.field, value))
    case 'field-contains':
      return wide.kind === 'field-contains' && part.contains.every((text) => speaksOf(wide, part.field, text))
    case 'field-matches':
      return wide.kind === 'field-matches' && wide.field === part.field && wide.matches === part.matches
    case 'field-range':
      return (
        wide.kind === 'field-range' &&
        wide.field === part.field &&
        (wide.from === null || (part.from !== null && wide.from <= part.from)) &&
        (wide.to === null || (part.to !== null && wide.to >= part.to))
      )
    case 'keywords':
      return wide.kind === 'keywords' && (wide.in === undefined || wide.in === part.in) && part.terms.every((term) => isHeardIn(wide.terms, term))
  }
}

function speaksOf(cue: Cue, name: string, value: string): boolean {
  const sight = { url: '', fields: [{ name, label: name, value }], says: () => false }
  return askFor(cue, () => null)(sight) !== null
}

/** Whether a text that holds `term` holds one of `terms` for certain. */
function isHeardIn(terms: string[], term: string): boolean {
  const { words, near } = readTerm(term)
  const isNear = near !== null && words.length > 1
  return terms.some((text) => {
    const other = readTerm(text)
    if (other.words.length === 0) return false
    if (isNear) return other.words.every((word) => words.includes(word)) && (other.words.length === 1 || (other.near !== null && other.near >= near))
    const finder = createTermFinder([text])
    const ear = finder.listen()
    ear.hear(words.join(' '))
    return ear.has(0, 0)
  })
}
