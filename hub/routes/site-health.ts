// What devices say of site profiles: one row for each field of each page, however many tell of it. Leads hear when it breaks, spreads and heals.
import type { Selectable } from 'kysely'
import type { SiteFault } from '../../lib/schema/site-health.ts'
import type { Call, Tx } from '../call.ts'
import type { Tables } from '../database/tables.ts'
import { absent, invalid } from '../fault.ts'
import { newestOf } from '../library.ts'
import { lockTeam } from './team-row.ts'

type Row = Omit<Selectable<Tables['site_faults']>, 'team_id'>

export async function siteHealth({ actor, params, request, tx, now, emit }: Call<'siteHealth'>) {
  const teamId = actor.team.id
  await lockTeam(tx, teamId)
  const { version, page, field } = request
  // A newer version is judged anew, and what is said of an older one mends nothing.
  if (!(await isCurrent(tx, teamId, params.id, version, page, field))) return {}
  const key = { team_id: teamId, site_id: params.id, version, page, field }
  const before = await rowsOf(tx, teamId)
    .where((test) => test.and(key))
    .executeTakeFirst()
  const after = merge(before, request, actor.member.id, now)
  if (!after) return {}
  const row = { ...after, told_by: JSON.stringify(after.told_by) }
  await tx
    .insertInto('site_faults')
    .values({ ...key, ...row })
    .onConflict((clash) => clash.columns(['team_id', 'site_id', 'version', 'page', 'field']).doUpdateSet(row))
    .execute()
  const isNews = before?.told_by.length !== after.told_by.length || before.healed_at !== after.healed_at
  if (isNews) emit(teamId, ['leads'], { type: 'site.faulted', fault: faultOf({ ...key, ...after }) })
  return {}
}

/** The row as it is after the news; null where the news changes nothing. */
function merge(
  before: Row | undefined,
  news: Call<'siteHealth'>['request'],
  memberId: string,
  now: number,
): Omit<Row, 'site_id' | 'version' | 'page' | 'field'> | null {
  const open = before && before.healed_at === null ? before : null
  if (news.state === 'healed') return open && { ...open, healed_at: now, updated_at: now }
  return {
    since: Math.min(open?.since ?? now, news.since),
    cases: Math.max(open?.cases ?? 0, news.cases),
    told_by: [...new Set([...(open?.told_by ?? []), memberId])],
    healed_at: null,
    updated_at: now,
  }
}

/** A fault of what the profile does not read would stand for ever. */
async function isCurrent(tx: Tx, teamId: string, id: string, version: number, pageName: string, field: string): Promise<boolean> {
  const site = await newestOf(tx, 'site_versions', teamId).where('id', '=', id).executeTakeFirst()
  if (!site || site.version < version) throw absent('site version')
  if (site.version !== version) return false
  const draft = site.draft as Call<'publishSite'>['request']
  const page = draft.pages.find(({ name }) => name === pageName)
  const isRead = field === 'id' ? page?.caseId.length : page?.fields.some(({ name }) => name === field)
  if (!isRead) throw invalid(`The profile reads no "${field}" on a page called "${pageName}". Nothing was changed.`)
  return true
}

const rowsOf = (tx: Tx, teamId: string) =>
  tx
    .selectFrom('site_faults')
    .select(['site_id', 'version', 'page', 'field', 'since', 'cases', 'told_by', 'healed_at', 'updated_at'])
    .where('team_id', '=', teamId)

/** Of the newest versions only: a newer one is judged anew. */
export async function currentFaults(tx: Tx, teamId: string, sites: readonly { id: string; version: number }[]): Promise<SiteFault[]> {
  const newest = new Map(sites.map(({ id, version }) => [id, version]))
  const rows = await rowsOf(tx, teamId).orderBy('since').execute()
  return rows.filter(({ site_id, version }) => newest.get(site_id) === version).map(faultOf)
}

const faultOf = ({ site_id, version, page, field, since, cases, told_by, healed_at }: Omit<Row, 'updated_at'>): SiteFault => ({
  siteId: site_id,
  version,
  page,
  field,
  since,
  cases,
  members: told_by.length,
  healedAt: healed_at,
})
