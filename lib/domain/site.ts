// Reading a case by a site profile: which page this is, what to ask the page script for, what its raw answers mean.
import type { Access, CaseContext, CaseField } from '../schema/case.ts'
import { limits } from '../schema/ids.ts'
import type { PageRead, PageReport } from '../schema/page.ts'
import type { FieldSource, SitePage, SiteProfile } from '../schema/site.ts'
import { caseKeyOf, cleanUrl } from './case-key.ts'
import { globMatches } from './glob.ts'
import { firstGroup } from './pattern.ts'
import { readAs } from './read-as.ts'

/** `pattern` is an origin, with `*.` for subdomains or `:*` for any port. */
export function originMatches(pattern: string, origin: string): boolean {
  if (pattern === origin) return true
  if (!URL.canParse(origin)) return false
  const wildHost = /^(https?):\/\/\*\.([^/:]+)(:\d+)?$/.exec(pattern)
  const { protocol, hostname, port } = new URL(origin)
  if (wildHost) {
    const [, scheme, suffix, wantedPort] = wildHost
    return protocol === `${scheme}:` && hostname.endsWith(`.${suffix}`) && (wantedPort ?? '') === (port ? `:${port}` : '')
  }
  return pattern.endsWith(':*') && `${protocol}//${hostname}` === pattern.slice(0, -2)
}

/**
 * Under `https://*.example.com` two installations may number their cases alike, so that the host belongs to the case. Empty for an origin that
 * is named to the letter, and for `:*`, which is one application on this machine.
 */
function installationOf({ origins }: SiteProfile, url: string): string {
  const { origin, host } = new URL(url)
  if (origins.includes(origin)) return ''
  return origins.some((pattern) => pattern.includes('://*.') && originMatches(pattern, origin)) ? `${host}/` : ''
}

/** The profiles that claim an origin; who names it to the letter comes before who names it by a wildcard. */
export function profilesOf(profiles: SiteProfile[], origin: string): SiteProfile[] {
  const claiming = profiles.filter(({ origins }) => origins.some((pattern) => originMatches(pattern, origin)))
  return claiming.sort((a, b) => Number(b.origins.includes(origin)) - Number(a.origins.includes(origin)))
}

/** The first page that an address of the site is. */
export function pageAt(pages: SitePage[], url: string): SitePage | undefined {
  const { pathname, searchParams } = new URL(url)
  return pages.find(({ path, query = [] }) => globMatches(path, pathname) && query.every((key) => searchParams.has(key)))
}

/** The first profile and page that claim this URL. */
export function findPage(profiles: SiteProfile[], url: string): { profile: SiteProfile; page: SitePage } | null {
  if (!URL.canParse(url)) return null
  for (const profile of profilesOf(profiles, new URL(url).origin)) {
    const page = pageAt(profile.pages, url)
    if (page) return { profile, page }
  }
  return null
}

const readKey = (field: string, index: number) => `${field}#${index}`

function* namedSources(page: SitePage): Generator<[string, FieldSource]> {
  for (const [index, source] of page.caseId.entries()) yield [readKey('', index), source]
  for (const field of page.fields) for (const [index, source] of field.sources.entries()) yield [readKey(field.name, index), source]
}

/** What the page script is asked for; null for URL and title, which are the worker's to read. */
export function readOf(key: string, source: FieldSource): PageRead | null {
  if (source.from === 'selector') return { key, by: 'selector', selector: source.selector, attribute: source.attribute ?? null }
  return source.from === 'label' ? { key, by: 'label', label: source.label, within: source.within ?? null } : null
}

export function planReads(page: SitePage): PageRead[] {
  return [...namedSources(page)].map(([key, source]) => readOf(key, source)).filter((read) => read !== null)
}

interface Reading {
  profile: SiteProfile
  page: SitePage
  url: string
  title: string
  report: PageReport
  at: number
}

type Said = Pick<Reading, 'url' | 'title'> & { report: Pick<PageReport, 'values'> }

/** A field that cannot be read is left out; without a case id the key falls back to the URL, never to a wrong id. */
export function readCase(reading: Reading): CaseContext {
  const { profile, page, url, title, report, at } = reading
  const caseId = firstValue('', page.caseId, reading, longestId)
  const fields: CaseField[] = []
  for (const field of page.fields) {
    const value = firstValue(field.name, field.sources, reading)
    if (value) fields.push({ name: field.name, label: field.label, value: value.slice(0, limits.fieldValue) })
  }
  return {
    key: caseKeyOf(profile.id, caseId === null ? null : `${installationOf(profile, url)}${caseId}`, url),
    siteId: profile.id,
    caseId,
    url: cleanUrl(linkTo(page, caseId, url)),
    title: title.slice(0, limits.title),
    fields: fields.slice(0, limits.fields),
    selection: report.selection,
    access: 'profile',
    capturedAt: at,
  }
}

/** The address under which the case opens again: where a page shows many, or in a drawer, its own is not. Never leaves the origin. */
function linkTo({ link }: SitePage, caseId: string | null, url: string): string {
  if (link === undefined || caseId === null) return url
  const { origin } = new URL(url)
  const path = link.replaceAll('{case}', encodeURIComponent(caseId))
  const target = URL.canParse(path, origin) ? new URL(path, origin) : null
  return target?.origin === origin ? target.href : url
}

/** Adds what another page of the same case said of fields that this kind of page does not show, such as the reply form's. */
export function carryFields(context: CaseContext, page: SitePage, before: CaseContext | null): CaseContext {
  if (context.caseId === null || before?.key !== context.key) return context
  const carried = before.fields.filter(({ name }) => !page.fields.some((field) => field.name === name))
  return { ...context, fields: [...context.fields, ...carried].slice(0, limits.fields) }
}

/** A case on a page of which the browser tells nothing. */
export function unreadContext(key: string, at: number): CaseContext {
  return { key, siteId: null, caseId: null, url: '', title: '', fields: [], selection: '', access: 'none', capturedAt: at }
}

/** A case on a page without a profile. */
export function plainContext(page: { url: string; title: string; selection: string; access: Access; at: number }): CaseContext {
  return {
    key: caseKeyOf(null, null, page.url),
    siteId: null,
    caseId: null,
    url: cleanUrl(page.url),
    title: page.title.slice(0, limits.title),
    fields: [],
    selection: page.selection.slice(0, limits.selection),
    access: page.access,
    capturedAt: page.at,
  }
}

/** What is longer is a piece of the page and no id; cut off, two cases could become one. */
const longestId = 200

function firstValue(field: string, sources: FieldSource[], reading: Reading, longest = Number.POSITIVE_INFINITY): string | null {
  for (const [index, source] of sources.entries()) {
    const value = readSource(source, readKey(field, index), reading)
    if (value && value.length <= longest) return value
  }
  return null
}

/** What one source says; `key` is where the report has what stands in the page. */
export function readSource(source: FieldSource, key: string, said: Said): string | null {
  const raw = rawValue(source, key, said)
  const found = raw === null || source.pattern === undefined ? raw : firstGroup(source.pattern, raw)
  return found === null ? null : readAs(source.as ?? 'trim', found)
}

/** Of a parameter that stands twice, some servers take the first and some the last. */
const onlyOf = (values: string[]) => (new Set(values).size === 1 ? (values[0] ?? null) : null)

function rawValue(source: FieldSource, key: string, { url, title, report }: Said): string | null {
  switch (source.from) {
    case 'title':
      return title
    case 'url': {
      const { pathname, searchParams, hash, search } = new URL(url)
      if (source.part === 'path') return pathname
      if (source.part === 'hash') return hash.slice(1)
      return source.name === undefined ? search.slice(1) : onlyOf(searchParams.getAll(source.name))
    }
    default:
      return Object.hasOwn(report.values, key) ? (report.values[key] ?? null) : null
  }
}
