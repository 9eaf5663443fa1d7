// Published versions as rows, and as the records that cross the wire.
import type { PlaybookDocument, PlaybookVersion } from '../lib/schema/playbook.ts'
import type { Rollout } from '../lib/schema/rollout.ts'
import type { SiteDraft, SiteProfile } from '../lib/schema/site.ts'
import type { Snippet, SnippetDraft } from '../lib/schema/snippet.ts'
import type { Tx } from './call.ts'
import { absent } from './fault.ts'

export function selectPlaybooks(tx: Tx, teamId: string) {
  return tx
    .selectFrom('playbook_versions as p')
    .innerJoin('members as m', (join) => join.onRef('m.team_id', '=', 'p.team_id').onRef('m.id', '=', 'p.published_by'))
    .select([
      'p.id',
      'p.version',
      'p.hash',
      'p.markdown',
      'p.document',
      'p.note',
      'p.rollout',
      'p.apply_now',
      'p.critical_stop',
      'p.confirm_from',
      'p.published_at',
      'm.id as byId',
      'm.name as byName',
    ])
    .where('p.team_id', '=', teamId)
}

export interface PlaybookRow {
  id: string
  version: number
  hash: string
  markdown: string
  document: PlaybookDocument
  note: string
  rollout: Rollout
  apply_now: number | null
  critical_stop: number | null
  confirm_from: number | null
  published_at: number
  byId: string
  byName: string
}

export function playbookOf({ byId, byName, published_at, apply_now, critical_stop, confirm_from, ...row }: PlaybookRow): PlaybookVersion {
  const marks = { applyNow: apply_now, criticalStop: critical_stop }
  return { ...row, marks, confirmFrom: confirm_from, publishedAt: published_at, publishedBy: { id: byId, name: byName } }
}

export async function requireVersion(tx: Tx, teamId: string, id: string, version: number): Promise<void> {
  const known = await tx
    .selectFrom('playbook_versions')
    .select('id')
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!known) throw absent('playbook version')
}

/** The newest version of each snippet or site. */
export function newestOf(tx: Tx, table: 'snippet_versions' | 'site_versions', teamId: string) {
  return tx
    .selectFrom(table)
    .distinctOn('id')
    .select(['id', 'version', 'hash', 'draft', 'published_at'])
    .where('team_id', '=', teamId)
    .orderBy('id')
    .orderBy('version', 'desc')
}

interface DraftRow<T> {
  id: string
  version: number
  hash: string
  draft: T
  published_at: number
}

export function snippetOf({ draft, published_at, ...row }: DraftRow<SnippetDraft>): Snippet {
  return { ...row, ...draft, publishedAt: published_at }
}

export function siteOf({ draft, published_at, ...row }: DraftRow<SiteDraft>): SiteProfile {
  return { ...row, ...draft, publishedAt: published_at }
}
