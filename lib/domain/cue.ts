// One trigger, made ready to be asked about many pages: does it speak here, how loudly, and in which words is that said.
import type { CaseField } from '../schema/case.ts'
import type { Cue, TextPlace } from '../schema/playbook.ts'
import { numberIn } from './condition.ts'
import { globMatches } from './glob.ts'
import { patternTest } from './pattern.ts'
import { isWithin, rangeWords } from './range.ts'
import { quotedTerm, readTerm } from './term.ts'
import { fold } from './words.ts'

/** What is known of a page, with its texts already heard. */
export interface Sight {
  url: string
  fields: CaseField[]
  /** `term` as the finder numbers it. */
  says(place: TextPlace, term: number): boolean
}

export interface Hit {
  score: number
  /** The application itself names the value: enough to route a case by, which words never are. */
  isByField: boolean
  /** Completes "Shown because ...". */
  reason: string
}

export type Ask = (sight: Sight) => Hit | null

/** A case field is said by the application itself, so it outweighs any number of words on the page. */
const weights = { value: 10, wording: 8, url: 4, word: 3, phrase: 4, nextTerm: 1, mostTerms: 6 }

/** `numberOf` is the finder's, which has to know the terms of this cue. */
export function askFor(cue: Cue, numberOf: (term: string) => number | null): Ask {
  switch (cue.kind) {
    case 'url':
      return ({ url }) => (globMatches(cue.pattern, url) ? { score: weights.url, isByField: false, reason: `the address matches ${cue.pattern}` } : null)
    case 'field': {
      const wanted = new Set(cue.is.map(foldValue))
      return ofField(cue.field, ({ label, value }) => (wanted.has(foldValue(value)) ? byValue(`${label} is ${value}`) : null))
    }
    case 'field-contains': {
      const wanted = cue.contains.map((text) => ({ text, folded: foldValue(text) }))
      return ofField(cue.field, ({ label, value }) => {
        const folded = foldValue(value)
        const found = wanted.find((one) => folded.includes(one.folded))
        return found ? byWording(`${label} contains “${found.text}”`) : null
      })
    }
    case 'field-matches': {
      const test = patternTest(cue.matches)
      return ofField(cue.field, ({ label, value }) => (test?.(value) ? byWording(`${label} matches ${cue.matches}`) : null))
    }
    case 'field-range':
      return ofField(cue.field, ({ label, value }) => (isWithin(cue, numberIn(value)) ? byValue(`${label} is ${value}, ${rangeWords(cue)}`) : null))
    case 'keywords':
      return askForTerms(cue, numberOf)
  }
}

function askForTerms({ terms, in: only }: Extract<Cue, { kind: 'keywords' }>, numberOf: (term: string) => number | null): Ask {
  const wanted = terms.flatMap((text) => {
    const number = numberOf(text)
    return number === null ? [] : [{ text, number, isPhrase: readTerm(text).words.length > 1 }]
  })
  return ({ says }) => {
    const inText: typeof wanted = []
    const inSubject: typeof wanted = []
    for (const term of wanted) {
      if (only !== 'subject' && says('conversation', term.number)) inText.push(term)
      else if (only !== 'conversation' && says('subject', term.number)) inSubject.push(term)
    }
    if (inText.length + inSubject.length === 0) return null
    const found = [...inText, ...inSubject]
    const first = found.some(({ isPhrase }) => isPhrase) ? weights.phrase : weights.word
    const score = Math.min(weights.mostTerms, first + (found.length - 1) * weights.nextTerm)
    const saying = (who: string, said: typeof found) => (said.length > 0 ? [`${who} says ${listed(said.slice(0, 3).map(({ text }) => quotedTerm(text)))}`] : [])
    return { score, isByField: false, reason: [...saying('the page', inText), ...saying('the subject', inSubject)].join(' and ') }
  }
}

function ofField(name: string, ask: (field: CaseField) => Hit | null): Ask {
  return ({ fields }) => {
    const field = fields.find((one) => one.name === name)
    return field ? ask(field) : null
  }
}

const byValue = (reason: string): Hit => ({ score: weights.value, isByField: true, reason })
const byWording = (reason: string): Hit => ({ score: weights.wording, isByField: false, reason })

/** What makes no difference between words makes none between values, nor do spaces. */
export function foldValue(value: string): string {
  return fold(value).replace(/\s+/g, ' ').trim()
}

const listed = (items: string[]) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`)
