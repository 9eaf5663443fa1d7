// A first guess of how a page could be read, from its address alone: which kind of page it is, and which part of the address is the case.
import type { FieldSource, SiteDraft, SitePage } from '../schema/site.ts'

/** Numbers, `LM-1042`, hashes and UUIDs: what stands for one case and not for a kind of page. */
export const isIdLike = (part: string) => /^\d+$|^[\p{L}]{0,10}[-_]?\d{2,}$|^(?=.*\d)[0-9a-f-]{8,}$|^(?=[^_]*\d)[A-Za-z0-9]{15,}$/iu.test(part)

export const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What an id of this form is found by. */
export const idGroup = (id: string) => (/^\d+$/.test(id) ? '(\\d+)' : '([^/?#]+)')

/** From the beginning, so that no other number is taken for it; ids on the way may be any. */
function placePattern(parts: string[], at: number): string {
  const before = parts.slice(0, at).map((part) => (isIdLike(part) ? '[^/]+' : escaped(part)))
  return `^${[...before, idGroup(parts[at]!)].join('/')}`
}

/** The place of `value` in the address, each with the source that reads it there. */
export function addressSources(url: string, isIt: (part: string) => boolean): FieldSource[] {
  const { pathname, searchParams, hash } = new URL(url)
  const found: FieldSource[] = []
  for (const [part, text] of [
    ['path', pathname],
    ['hash', hash.slice(1).split('?')[0]!],
  ] as const) {
    const parts = text.split('/')
    const at = parts.findLastIndex(isIt)
    if (at >= 0) found.push({ from: 'url', part, pattern: placePattern(parts, at) })
  }
  for (const [name, value] of searchParams) {
    if (!isIt(value) || name.length > 80 || !searchParams.getAll(name).every((one) => one === value)) continue
    found.push({ from: 'url', part: 'query', name, ...(/^\d+$/.test(value) ? { pattern: '^(\\d+)$' } : {}) })
  }
  return found
}

/** Where the case opens again, where its own address says more than the case. */
function linkOf(url: string, source: FieldSource | undefined): string | undefined {
  if (source?.from !== 'url' || source.part !== 'query' || source.name === undefined) return undefined
  return `${new URL(url).pathname}?${encodeURIComponent(source.name)}={case}`
}

/** `name` is what people read; numbers and ids in the path become `*`. */
export function guessPage(url: string, name = 'Case'): SitePage {
  const { pathname } = new URL(url)
  const [first] = addressSources(url, isIdLike)
  const path = pathname
    .split('/')
    .map((part) => (isIdLike(part) ? '*' : part))
    .join('/')
  const link = linkOf(url, first)
  const query = first?.from === 'url' && first.part === 'query' && first.name !== undefined ? { query: [first.name] } : {}
  return { name, path, ...query, caseId: first ? [first] : [], fields: [], ...(link ? { link } : {}), reply: [] }
}

/** A profile for this origin and nothing else. */
export function guessSite(url: string): SiteDraft {
  const { origin, hostname } = new URL(url)
  return { name: hostname.replace(/^www\./, ''), origins: [origin], verified: null, pages: [guessPage(url)] }
}
