// The search box: playbooks and snippets, typo-tolerant, ranked. Precise first; forgiving only when precise finds little.
import MiniSearch, { type Query } from 'minisearch'
import { type Habits, type ItemKey, noHabits } from '../schema/habits.ts'
import type { OwnSnippet } from '../schema/own-snippet.ts'
import type { Library } from '../schema/views.ts'
import { liftOf } from './habits.ts'
import { createThesaurus, type Stretch } from './synonyms.ts'

export interface SearchHit {
  kind: 'playbook' | 'snippet'
  id: string
  title: string
  excerpt: string
  /** As they stand in the text, lower case: what was typed, completed and corrected. */
  words: string[]
  /** What it says instead of what was typed, where that is why it was found: "chargeback" for "dispute". */
  also: string[]
  score: number
  /** A snippet that only this member has. */
  isOwn?: boolean
}

/** What can be found: the team's, and the member's own. */
export interface Searchable extends Library {
  own?: OwnSnippet[]
}

/** `habits` lift what is pinned, and a little what was opened lately, among hits of about the same worth. */
export type Search = (query: string, limit?: number, habits?: Habits) => SearchHit[]

interface Entry {
  key: ItemKey
  kind: SearchHit['kind']
  id: string
  title: string
  body: string
  tags: string
  /** Of `body`; all of it where it is not said. */
  readable?: number | undefined
  isOwn?: boolean
}

const enough = 3
const excerptLength = 240

/** A snippet's text as a person would read it. */
export type Preview = (body: string) => string
const asWritten: Preview = (body) => body

/** Builds the index once; the returned function is cheap enough for every keystroke. */
export function createSearch(library: Searchable, preview: Preview = asWritten): Search {
  const entries = new Map(entriesOf(library).map((entry) => [entry.key, entry]))
  const index = new MiniSearch<Entry>({ idField: 'key', fields: ['title', 'tags', 'body'], searchOptions: { boost: { title: 4, tags: 2 } } })
  index.addAll([...entries.values()])
  const stretchesOf = createThesaurus(library.synonyms ?? [])

  return (query, limit = 20, habits = noHabits) => {
    const boostDocument = (key: ItemKey) => liftOf(key, habits)
    const exact = index.search(query, { combineWith: 'AND', prefix: (term, at, terms) => at === terms.length - 1 && term.length >= 2, boostDocument })
    const known = new Set(exact.map(({ id }) => id))
    // What means the same comes after what was typed, and before what was perhaps mistyped.
    const stretches = stretchesOf(query)
    const isSaidOtherwise = stretches.some(({ others }) => others.length > 0)
    const equal = isSaidOtherwise ? index.search(orOthers(stretches), { combineWith: 'AND', boostDocument }).filter(({ id }) => !known.has(id)) : []
    for (const { id } of equal) known.add(id)
    const precise = [...exact, ...equal]
    const near = precise.length >= enough ? precise : [...precise, ...forgiving(index, query, known, boostDocument)]
    const found = near.length > 0 ? near : swapped(index, query, boostDocument)
    return found.slice(0, limit).flatMap(({ id, score, terms }) => {
      const entry = entries.get(id)
      return entry ? [hitOf(entry, terms, score, preview, equal.some((hit) => hit.id === id) ? alsoOf(stretches, terms) : [])] : []
    })
  }
}

/** What is at hand before anything is typed; items that the library no longer has are left out. */
export function itemsOf(library: Searchable, keys: ItemKey[], preview: Preview = asWritten): SearchHit[] {
  const entries = new Map(entriesOf(library).map((entry) => [entry.key, entry]))
  return keys.flatMap((key) => entries.get(key) ?? []).map((entry) => hitOf(entry, [], 0, preview))
}

function entriesOf({ playbooks, snippets, own = [] }: Searchable): Entry[] {
  return [
    ...playbooks.map(({ id, title, text, readable }): Entry => ({ key: `playbook:${id}`, kind: 'playbook', id, title, body: text, tags: id, readable })),
    ...snippets.map(({ id, title, body, tags }): Entry => ({ key: `snippet:${id}`, kind: 'snippet', id, title, body, tags: `${id} ${tags.join(' ')}` })),
    ...own.map(({ id, title, body }): Entry => ({ key: `snippet:${id}`, kind: 'snippet', id, title, body, tags: 'mine', isOwn: true })),
  ]
}

/** Each stretch as it was typed, or any of its other ways. */
function orOthers(stretches: Stretch[]): Query {
  const all = (words: string[]): Query => ({ combineWith: 'AND', queries: words })
  return { combineWith: 'AND', queries: stretches.map(({ words, others }) => ({ combineWith: 'OR', queries: [words, ...others].map(all) })) }
}

/** The other ways that a text with these words says, each once. */
function alsoOf(stretches: Stretch[], terms: string[]): string[] {
  const said = stretches.filter(({ words }) => !words.every((word) => terms.includes(word)))
  return said.flatMap(({ others }) => others.find((other) => other.every((word) => terms.includes(word)))?.join(' ') ?? [])
}

const hitOf = ({ kind, id, title, body, readable, isOwn }: Entry, words: string[], score: number, preview: Preview, also: string[] = []): SearchHit => ({
  kind,
  id,
  title,
  excerpt: excerptOf(kind === 'snippet' ? preview(body) : body.slice(0, readable), words),
  words,
  also,
  score,
  ...(isOwn ? { isOwn } : {}),
})

function forgiving(index: MiniSearch<Entry>, query: string, known: Set<string>, boostDocument: (key: ItemKey) => number) {
  return index
    .search(query, { combineWith: 'OR', prefix: (term) => term.length >= 3, fuzzy: (term) => (term.length > 7 ? 2 : term.length > 3 ? 1 : 0), boostDocument })
    .filter(({ id }) => !known.has(id))
}

/** Two letters that changed places, and one more mistake: only where nothing else was found. */
function swapped(index: MiniSearch<Entry>, query: string, boostDocument: (key: ItemKey) => number) {
  const ways = query.split(/\s+/).flatMap((word) => {
    const letters = [...word]
    return letters.length < 5 ? [] : letters.slice(1).map((letter, at) => letters.toSpliced(at, 2, letter, letters[at]!).join(''))
  })
  return ways.length === 0 ? [] : index.search({ combineWith: 'OR', queries: ways }, { fuzzy: (term) => (term.length > 7 ? 1 : 0), boostDocument })
}

/** Around the first hit, from the beginning of a word. */
function excerptOf(body: string, terms: string[]): string {
  const flat = body.replace(/\s+/g, ' ').trim()
  const lower = flat.toLowerCase()
  const at = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0)
  const first = Math.min(...(at.length > 0 ? at : [0]))
  const near = Math.max(0, first - 30)
  const start = near === 0 ? 0 : Math.min(first, flat.indexOf(' ', near - 1) + 1 || first)
  const cut = flat.slice(start, start + excerptLength)
  return `${start > 0 ? '… ' : ''}${cut}${start + excerptLength < flat.length ? ' …' : ''}`
}
