// The search box: playbooks and snippets, typo-tolerant, ranked. Precise first; forgiving only when precise finds little.
import MiniSearch from 'minisearch'
import type { Library } from '../schema/views.ts'

export interface SearchHit {
  kind: 'playbook' | 'snippet'
  id: string
  title: string
  excerpt: string
  score: number
}

interface Entry {
  key: string
  kind: SearchHit['kind']
  id: string
  title: string
  body: string
  tags: string
}

const enough = 3

/** Builds the index once; the returned function is cheap enough for every keystroke. */
export function createSearch(library: Library): (query: string, limit?: number) => SearchHit[] {
  const entries = new Map<string, Entry>()
  for (const { id, title, text } of library.playbooks)
    entries.set(`playbook:${id}`, { key: `playbook:${id}`, kind: 'playbook', id, title, body: text, tags: id })
  for (const { id, title, body, tags } of library.snippets)
    entries.set(`snippet:${id}`, { key: `snippet:${id}`, kind: 'snippet', id, title, body, tags: `${id} ${tags.join(' ')}` })
  const index = new MiniSearch<Entry>({ idField: 'key', fields: ['title', 'tags', 'body'], searchOptions: { boost: { title: 4, tags: 2 } } })
  index.addAll([...entries.values()])

  return (query, limit = 20) => {
    const exact = index.search(query, { combineWith: 'AND', prefix: (term, at, terms) => at === terms.length - 1 && term.length >= 2 })
    const found = exact.length >= enough ? exact : [...exact, ...forgiving(index, query, new Set(exact.map(({ id }) => id)))]
    return found.slice(0, limit).flatMap(({ id, score, terms }) => {
      const entry = entries.get(id)
      return entry ? [{ kind: entry.kind, id: entry.id, title: entry.title, excerpt: excerptOf(entry.body, terms), score }] : []
    })
  }
}

function forgiving(index: MiniSearch<Entry>, query: string, known: Set<string>) {
  return index
    .search(query, { combineWith: 'OR', prefix: (term) => term.length >= 3, fuzzy: (term) => (term.length > 7 ? 2 : term.length > 3 ? 1 : 0) })
    .filter(({ id }) => !known.has(id))
}

/** About 120 characters around the first hit. */
function excerptOf(body: string, terms: string[]): string {
  const flat = body.replace(/\s+/g, ' ').trim()
  const lower = flat.toLowerCase()
  const at = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0)
  const start = Math.max(0, Math.min(...(at.length > 0 ? at : [0])) - 30)
  const cut = flat.slice(start, start + 120)
  return `${start > 0 ? '… ' : ''}${cut}${start + 120 < flat.length ? ' …' : ''}`
}
