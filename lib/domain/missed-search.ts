// What may be told of a search that found nothing: words that somebody missed in the library. Refuses what looks like a person or a case.
import { maskText } from './mask.ts'

const longest = 80

/** Masked and cut; null where there is nothing to tell a lead: too short, an address, or a number that names a case, an order or a phone. */
export function missedSearch(typed: string): string | null {
  const words = typed.replace(/\s+/g, ' ').trim().toLowerCase()
  if (words.length < 3 || !/\p{L}{2}/u.test(words)) return null
  if (/@|:\/\/|\d(?:[ .-]?\d){4}/.test(words)) return null
  return maskText(words).text.slice(0, longest).trim()
}
