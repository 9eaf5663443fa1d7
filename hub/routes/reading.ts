// What a member may see: everything at one cursor, or the changes after one.
import { summaryOf } from '../../lib/domain/escalation.ts'
import type { FeedPage, Snapshot } from '../../lib/schema/feed.ts'
import type { SiteDraft } from '../../lib/schema/site.ts'
import type { SnippetDraft } from '../../lib/schema/snippet.ts'
import { audiencesOf, type Call, isLead, type Tx } from '../call.ts'
import { HubFault } from '../fault.ts'
import { canServe, feedBounds, readEvents } from '../feed.ts'
import { handoversFor } from '../handovers.ts'
import { newestOf, playbookOf, selectPlaybooks, siteOf, snippetOf } from '../library.ts'
import { notesFor } from './coaching.ts'
import { flagsFor } from './flags.ts'
import { receiptsOf } from './readings.ts'
import { newestRedaction } from './redaction.ts'
import { currentFaults } from './site-health.ts'
import { newestSynonyms } from './synonyms.ts'

const pageLimit = 500
const recordLimit = 2_000
const recentMs = 30 * 24 * 60 * 60 * 1000

export async function feed({ actor, request, tx }: Call<'feed'>): Promise<FeedPage> {
  const teamId = actor.team.id
  const bounds = await feedBounds(tx, teamId)
  const from = request.after
  if (!canServe(from, bounds)) {
    throw new HubFault('conflict', 410, 'This device is too far behind, or ahead, of the team. Nothing unsent is touched; take a new snapshot.')
  }
  const { logged, upto } = await readEvents(tx, teamId, from, bounds.seq, request.limit ?? pageLimit)
  const mine = new Set<string>(audiencesOf(actor.member))
  return { from, upto, events: logged.filter(({ audience }) => audience.some((word) => mine.has(word))).map(({ event }) => event) }
}

export async function snapshot({ actor, tx, now }: Call<'snapshot'>): Promise<Snapshot> {
  const teamId = actor.team.id
  const { seq } = await feedBounds(tx, teamId)
  const members = await tx.selectFrom('members').selectAll().where('team_id', '=', teamId).orderBy('joined_at').execute()
  const playbooks = await selectPlaybooks(tx, teamId).distinctOn('p.id').orderBy('p.id').orderBy('p.version', 'desc').execute()
  const snippets = await newestOf(tx, 'snippet_versions', teamId).execute()
  const sites = await newestOf(tx, 'site_versions', teamId).execute()
  const synonyms = await newestSynonyms(tx, teamId)
  const redaction = await newestRedaction(tx, teamId)
  return {
    cursor: seq,
    team: actor.team,
    member: actor.member,
    members: members.map(({ id, name, role, joined_at }) => ({ id, name, role, joinedAt: joined_at })),
    playbooks: playbooks.map(playbookOf),
    snippets: snippets.map((row) => snippetOf({ ...row, draft: row.draft as SnippetDraft })),
    sites: sites.map((row) => siteOf({ ...row, draft: row.draft as SiteDraft })),
    ...(synonyms ? { synonyms } : {}),
    ...(redaction ? { redaction } : {}),
    escalations: await ownOrOpen(tx, actor),
    summaries: await recentSummaries(tx, teamId, now - recentMs),
    ...(isLead(actor.member) ? { siteFaults: await currentFaults(tx, teamId, sites) } : {}),
    handovers: await handoversFor(tx, actor, now),
    receipts: await receiptsOf(tx, actor),
    flags: await flagsFor(tx, actor, now),
    notes: await notesFor(tx, actor, now),
  }
}

const isOpen = ['delivered', 'seen', 'taken', 'asked'] as const

async function ownOrOpen(tx: Tx, { team, member }: Call<'snapshot'>['actor']) {
  const rows = await tx
    .selectFrom('escalations')
    .select('record')
    .where('team_id', '=', team.id)
    .where(({ eb, or }) => or([eb('author_id', '=', member.id), ...(isLead(member) ? [eb('status', 'in', isOpen)] : [])]))
    .orderBy('received_at', 'desc')
    .limit(recordLimit)
    .execute()
  return rows.map(({ record }) => record)
}

async function recentSummaries(tx: Tx, teamId: string, since: number) {
  const rows = await tx
    .selectFrom('escalations')
    .select('record')
    .where('team_id', '=', teamId)
    .where(({ eb, or }) => or([eb('status', 'in', isOpen), eb('received_at', '>', since)]))
    .orderBy('received_at', 'desc')
    .limit(recordLimit)
    .execute()
  return rows.map(({ record }) => summaryOf(record))
}
