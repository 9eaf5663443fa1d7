// What a lead reads of a field that a profile can no longer read.
import type { SiteProfile } from '../../lib/schema/site.ts'
import type { SiteFault } from '../../lib/schema/site-health.ts'
import { momentOf } from '../inbox/age.ts'

/** Of the version that the team works with; what was published since is judged anew. */
export function openFaults(sites: SiteProfile[], faults: SiteFault[]): SiteFault[] {
  return faults.filter((fault) => fault.healedAt === null && sites.some(({ id, version }) => id === fault.siteId && version === fault.version))
}

/** "Category"; the case id has no label of its own. */
export function fieldLabel(site: SiteProfile, { page, field }: Pick<SiteFault, 'page' | 'field'>): string {
  if (field === 'id') return 'Case id'
  return site.pages.find(({ name }) => name === page)?.fields.find(({ name }) => name === field)?.label ?? field
}

/** "not read since 10:42: 3 cases in a row, told by 2 members" */
export function faultWords({ since, cases, members }: SiteFault, now: number): string {
  const told = `${cases} ${cases === 1 ? 'case' : 'cases'} in a row, told by ${members} ${members === 1 ? 'member' : 'members'}`
  return `not read since ${momentOf(since, now)}: ${told}`
}

/** One sentence for the top of the desk. */
export function bannerWords(sites: SiteProfile[], faults: SiteFault[], now: number): string | null {
  const [first, ...others] = openFaults(sites, faults).sort((a, b) => Number(b.field === 'id') - Number(a.field === 'id') || a.since - b.since)
  const site = first && sites.find(({ id }) => id === first.siteId)
  if (!first || !site) return null
  const more = others.length > 0 ? ` And ${others.length} more ${others.length === 1 ? 'field' : 'fields'}.` : ''
  const harm = first.field === 'id' ? 'Its cases are known by their address only.' : 'Playbooks and replies that need it go without.'
  return `${site.name}: "${fieldLabel(site, first)}" has not been read since ${momentOf(first.since, now)}. ${harm}${more}`
}
