// Why a playbook will be shown, or kept back, as a line that completes "Shown when ..." or "Not shown when ...".
import { rangeWords } from '../../lib/domain/range.ts'
import type { Cue } from '../../lib/schema/playbook.ts'

/** A list of keywords is for machines: a few say what it is about. */
const mostTerms = 8

const near = /^near:(\d+)\s+(.+)$/i

function term(text: string): string {
  const found = near.exec(text)
  if (!found) return `"${text}"`
  return `${found[2]?.split(/\s+/).join(' and ')} within ${found[1]} words`
}

export function triggerSentence(cue: Cue): string {
  switch (cue.kind) {
    case 'url':
      return `the address is like ${cue.pattern}`
    case 'field':
      return `${cue.field} is ${cue.is.join(' or ')}`
    case 'field-contains':
      return `${cue.field} contains ${cue.contains.map((text) => `"${text}"`).join(' or ')}`
    case 'field-matches':
      return `${cue.field} matches ${cue.matches}`
    case 'field-range':
      return `${cue.field} is ${rangeWords(cue)}`
    case 'keywords':
      return `the ${cue.in ?? 'page'} says ${some(cue.terms.map(term))}`
  }
}

function some(terms: string[]): string {
  const more = terms.length - mostTerms
  return more < 2 ? terms.join(' or ') : `${terms.slice(0, mostTerms).join(' or ')} or one of ${more} more`
}
