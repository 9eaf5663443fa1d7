// A site profile while somebody makes it: from which version, which of its pages is meant, and every change to it. Kept as JSON.
import type { Instant } from '../schema/ids.ts'
import type { FieldSource, SiteDraft, SiteField, SitePage, SiteProfile } from '../schema/site.ts'
import { pageAt, profilesOf } from './site.ts'
import { guessPage, guessSite } from './site-guess.ts'
import { slugOf } from './slug.ts'

type BoxRow = 'reply' | 'notes'
export const isBoxRow = (row: RowKey): row is BoxRow => row === 'reply' || row === 'notes'

export interface ProfileDraft {
  id: string
  /** The version that it was made from; null for a new profile. */
  base: number | null
  /** Which page of it is worked at. */
  at: number
  site: SiteDraft
}

/** What a page reads: the id, the text of the conversation, boxes that the customer or only the team reads, or a field by its place. As in the paths of problems. */
export type RowKey = 'caseId' | 'text' | BoxRow | `fields.${number}`

const draftOf = ({ name, origins, pages, verified }: SiteProfile): SiteDraft => ({ name, origins, pages, verified })

/** The page of the profile that fits the address, or one more that does; a new profile where none knows this origin. */
export function beginDraft(profiles: SiteProfile[], url: string): ProfileDraft {
  const { origin } = new URL(url)
  const [known] = profilesOf(profiles, origin)
  if (known) return onPage({ id: known.id, base: known.version, at: -1, site: draftOf(known) }, url)
  const site = guessSite(url)
  const taken = new Set(profiles.map(({ id }) => id))
  const wanted = slugOf(site.name) || 'site'
  const id = [wanted, ...Array.from({ length: 100 }, (_, index) => `${wanted.slice(0, 76)}-${index + 2}`)].find((one) => !taken.has(one)) ?? wanted
  return { id, base: null, at: 0, site }
}

/** The same draft, seen from this address. */
export function onPage(draft: ProfileDraft, url: string): ProfileDraft {
  const { pages } = draft.site
  const known = pageAt(pages, url)
  const at = known ? pages.indexOf(known) : -1
  if (at >= 0) return at === draft.at ? draft : { ...draft, at }
  const names = new Set(pages.map(({ name }) => name))
  const name = ['Case', ...Array.from({ length: 60 }, (_, index) => `Page ${index + 2}`)].find((one) => !names.has(one)) ?? 'Page'
  return { ...draft, at: pages.length, site: { ...draft.site, pages: [...pages, guessPage(url, name)] } }
}

/** Null for what is no draft of ours. */
export function readDraft(text: string): ProfileDraft | null {
  try {
    const { id, base, at, site } = JSON.parse(text) as ProfileDraft
    // A draft may be faulty, but not of another shape: half of a profile is still one.
    return typeof id === 'string' && Array.isArray(site.pages) && site.pages[at] && Array.isArray(site.origins) ? { id, base, at, site } : null
  } catch {
    return null
  }
}

/** A colleague has published since. */
export const isBehind = ({ base }: ProfileDraft, newest: SiteProfile | null): newest is SiteProfile => newest !== null && newest.version > (base ?? 0)

/** The draft as it is published; verified by who says that they looked at real cases. */
export function published({ site }: ProfileDraft, by: { name: string; at: Instant } | null): SiteDraft {
  return { ...site, verified: by && `Looked at by ${by.name}, ${new Date(by.at).toISOString().slice(0, 10)}` }
}

export const pageOf = ({ site, at }: ProfileDraft): SitePage => site.pages[at]!

export function withPage(draft: ProfileDraft, change: Partial<SitePage>): ProfileDraft {
  const pages = draft.site.pages.map((page, index) => (index === draft.at ? clean({ ...page, ...change }) : page))
  return { ...draft, site: { ...draft.site, pages } }
}

/** Without the keys that were set to nothing. */
const clean = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== '')) as T

export function sourcesAt(page: SitePage, row: RowKey): FieldSource[] {
  if (row === 'caseId') return page.caseId
  if (row === 'text') return page.text === undefined ? [] : [{ from: 'selector', selector: page.text }]
  if (isBoxRow(row)) return (page[row] ?? []).map((selector) => ({ from: 'selector', selector }))
  return page.fields[fieldIndex(row)]?.sources ?? []
}

export const fieldIndex = (row: RowKey) => Number(row.slice('fields.'.length))

export function withSources(draft: ProfileDraft, row: RowKey, sources: FieldSource[]): ProfileDraft {
  const page = pageOf(draft)
  const selectors = sources.flatMap((source) => (source.from === 'selector' ? [source.selector] : []))
  if (row === 'caseId') return withPage(draft, { caseId: sources })
  if (row === 'text') return withPage(draft, { text: selectors[0] ?? '' })
  if (row === 'reply') return withPage(draft, { reply: selectors })
  if (row === 'notes') return withPage(draft, { notes: selectors.length > 0 ? selectors : undefined })
  return withField(draft, fieldIndex(row), { ...page.fields[fieldIndex(row)]!, sources })
}

/** Null takes the field away. */
export function withField(draft: ProfileDraft, index: number, field: SiteField | null): ProfileDraft {
  const fields = [...pageOf(draft).fields]
  fields.splice(index, 1, ...(field ? [field] : []))
  return withPage(draft, { fields })
}

/** What was chosen comes first; what stood there stays behind it as a further way. Of the conversation there is one. */
export function withChosen(draft: ProfileDraft, row: RowKey, chosen: FieldSource[]): ProfileDraft {
  const said = new Set(chosen.map((source) => JSON.stringify(source)))
  const kept = sourcesAt(pageOf(draft), row).filter((source) => !said.has(JSON.stringify(source)))
  return withSources(draft, row, [...chosen, ...kept].slice(0, row === 'text' ? 1 : isBoxRow(row) ? 20 : 10))
}

/** One place up. */
export function raised<T>(list: T[], index: number): T[] {
  const next = [...list]
  next.splice(index - 1, 2, next[index]!, next[index - 1]!)
  return next
}
