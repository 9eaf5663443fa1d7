// What is unwise about a site profile that could be published: pages that are never reached, cases without an id, words nobody reads.
import { globMatches } from '../domain/glob.ts'
import { firstGroup } from '../domain/pattern.ts'
import type { FieldSource, SiteDraft, SitePage } from '../schema/site.ts'
import { nearest } from './nearest.ts'
import type { Place, Report } from './problem.ts'
import type { Path } from './site-checks.ts'

/** What Handrail reads of a case by itself, whatever playbooks and snippets say. */
const ownFields = ['case.id', 'case.subject']

/** `used` are the case fields that triggers, conditions and snippets name; null where nobody knows. */
export function adviseSite({ origins, verified, pages }: SiteDraft, used: readonly string[] | null, at: (path: Path) => Place, report: Report): void {
  for (const [index, origin] of origins.entries()) {
    if (origins.indexOf(origin) < index) report.warn(at(['origins', index]), 'duplicate-origin', `"${origin}" stands here twice.`, 'Remove one of them.')
  }
  adviseVerified(verified, at, report)
  const told = new Set<string>()
  for (const [index, page] of pages.entries()) {
    const path: Path = ['pages', index]
    const before = pages.slice(0, index).find((earlier) => covers(earlier, page))
    if (before) {
      const message = `This page is never reached: "${before.name}" comes first, and its path ${before.path} takes in ${page.path}.`
      report.warn(at([...path, 'path']), 'unreachable-page', message, 'Move the narrower page up, or narrow the path or the query of the earlier one.')
    }
    if (page.caseId.length === 0 && page.fields.length > 0) {
      const message = 'The page reads fields but no case id, so that every address is a case of its own.'
      report.warn(at([...path, 'caseId']), 'no-case-id', message, 'Add sources under "caseId", or remove the fields.')
    }
    adviseSources(page.caseId, [...path, 'caseId'], at, report)
    adviseIds(page.caseId, [...path, 'caseId'], at, report)
    for (const [which, field] of page.fields.entries()) {
      adviseSources(field.sources, [...path, 'fields', which, 'sources'], at, report)
      if (used === null || told.has(field.name) || [...used, ...ownFields].includes(field.name)) continue
      told.add(field.name)
      const guess = nearest(field.name, used)
      const fix = guess
        ? `Did you mean "${guess}"? If not, keep it for leads to read, or remove it.`
        : 'Keep it if leads want to read it on escalations, or remove it.'
      report.hint(at([...path, 'fields', which, 'name']), 'unused-field', `No trigger, condition or snippet at hand uses "${field.name}".`, fix)
    }
  }
}

function adviseVerified(verified: string | null, at: (path: Path) => Place, report: Report): void {
  if (verified === null) {
    const fix = 'Look at a few cases on the real site, then write which version it was and on which day: "verified: Desk 4.2, 2026-11-01".'
    report.hint(at(['verified']), 'not-verified', 'Nobody has said that this profile reads a real site.', fix)
  } else if (!/\b20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/.test(verified)) {
    const fix = 'Write version and day, such as "verified: Desk 4.2, 2026-11-01".'
    report.warn(at(['verified']), 'verified', 'It is not said on which day the profile was verified, so that nobody can tell when it has grown old.', fix)
  }
}

/** Whether every address of `page` is one of `earlier`. Exact: what stands for an asterisk of the one is only matched by one of the other. */
export function covers(earlier: Pick<SitePage, 'path' | 'query'>, page: Pick<SitePage, 'path' | 'query'>): boolean {
  const asks = page.query ?? []
  return globMatches(earlier.path, page.path.replaceAll('*', '\u0001')) && (earlier.query ?? []).every((name) => asks.includes(name))
}

/** A pattern that fits nothing at all finds that first, in front of any text. */
function adviseSources(sources: FieldSource[], path: Path, at: (path: Path) => Place, report: Report): void {
  for (const [index, { pattern }] of sources.entries()) {
    if (pattern === undefined || firstGroup(pattern, '') !== '' || firstGroup(pattern, '\u0001') !== '') continue
    const message = 'The pattern also fits an empty text, so that it finds nothing where the value does not stand first.'
    report.warn(at([...path, index, 'pattern']), 'empty-pattern', message, 'Ask for one character at least: + instead of *.')
  }
}

/** A pattern that may begin anywhere takes the first number that it meets, and calls two cases one. */
function adviseIds(sources: FieldSource[], path: Path, at: (path: Path) => Place, report: Report): void {
  for (const [index, source] of sources.entries()) {
    if ((source.from !== 'url' && source.from !== 'title') || source.pattern === undefined || !/^(?:\(|\[|\\[dw]|\.)/.test(source.pattern)) continue
    const found = source.from === 'title' ? '"(3) Ticket 77"' : '"/v2/tickets/77"'
    const message = `The pattern of the case id begins anywhere, so that in ${found} it finds the wrong number.`
    report.warn(at([...path, index, 'pattern']), 'loose-id', message, 'Begin it with ^, or with what stands before the id, such as ^/tickets/(\\d+).')
  }
}
