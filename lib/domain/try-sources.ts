// From what the picker found in the page to sources that a profile can have, each with what it reads here and in the other open cases.
import type { Candidate } from '../schema/picker.ts'
import type { FieldSource, ReadAs } from '../schema/site.ts'
import { caseMasker } from './mask.ts'
import type { Elsewhere, FoundBy, Tried } from './rank-sources.ts'
import { readAs } from './read-as.ts'
import { readSource } from './site.ts'
import { addressSources } from './site-guess.ts'
import { patternFor } from './value-pattern.ts'

/** A case that is open: address and title as the browser says them, the rest as the page's reader read it. */
export interface OpenCase {
  name: string
  url: string
  title: string
  /** Raw values by the place of the candidate. */
  values: Record<string, string | null>
}

export interface Pick {
  /** What of the text is meant. */
  value: string
  as: ReadAs | undefined
  candidates: Candidate[]
}

/** Sources for one value; what would read nothing of it is left out, and so is what has something in it that is masked everywhere. */
export function trySources({ value, as, candidates }: Pick, here: Place, others: OpenCase[]): Tried[] {
  const wanted = readAs(as ?? 'trim', value)
  const reading = as === undefined ? {} : { as }
  const made: { source: FieldSource; by: FoundBy; index: number }[] = []
  for (const source of addressSources(here.url, (part) => part === value)) made.push({ source: { ...source, ...reading }, by: 'address', index: -1 })
  const inTitle = patternFor(value, here.title)
  if (inTitle !== null) made.push({ source: { from: 'title', ...(inTitle ? { pattern: inTitle } : {}), ...reading }, by: 'title', index: -1 })
  for (const [index, candidate] of candidates.entries()) {
    const pattern = patternFor(value, candidate.raw ?? '')
    if (pattern === null) continue
    made.push({ source: { ...candidate.source, ...(pattern ? { pattern } : {}), ...reading }, by: candidate.by, index })
  }
  return made.flatMap(({ source, by, index }) => {
    if (isMasked(source)) return []
    const candidate = candidates[index]
    const key = String(index)
    const said = (values: Record<string, string | null>, { url, title }: Place) => readSource(source, key, { url, title, report: { values } })
    return {
      source,
      by,
      wanted,
      here: said({ [key]: candidate?.raw ?? null }, here),
      count: candidate?.count ?? 1,
      renamed: candidate?.renamed ?? (candidate ? null : true),
      moved: candidate?.moved ?? (candidate ? null : true),
      elsewhere: others.map((other): Elsewhere => ({ name: other.name, value: said(other.values, other) })),
    }
  })
}

type Place = { url: string; title: string }

/** Of an area: where it is found, and whether it is found elsewhere. */
export function tryAreas(candidates: Candidate[], others: { name: string; found: (string | null)[] }[]): Tried[] {
  return candidates.flatMap(({ source, raw, ...rest }, index) => {
    if (isMasked(source)) return []
    return { ...rest, source, here: raw, wanted: null, elsewhere: others.map(({ name, found }) => ({ name, value: found[index] ?? null })) }
  })
}

const mask = caseMasker(null)

/** Somebody's card or address in a selector would be in every profile, and is masked wherever it is kept. */
const isMasked = (source: FieldSource) => Object.values(source).some((text) => typeof text === 'string' && mask(text).text !== text)
