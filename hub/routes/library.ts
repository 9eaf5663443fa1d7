// Publishing: every publish that changes something is a new, immutable version with the hash of its canonical text.
import { confirmFromAfter } from '../../lib/domain/confirm-from.ts'
import { marksAfter } from '../../lib/domain/rollout.ts'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import { printPlaybook } from '../../lib/playbook/print.ts'
import { checkSite } from '../../lib/playbook/site-checks.ts'
import { printSite } from '../../lib/playbook/site-file.ts'
import { printSnippet } from '../../lib/playbook/snippet-file.ts'
import { limits } from '../../lib/schema/ids.ts'
import { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { SiteDraft, SiteProfile } from '../../lib/schema/site.ts'
import type { Snippet } from '../../lib/schema/snippet.ts'
import { type Call, refOf, type Tx } from '../call.ts'
import { absent, conflict, invalid } from '../fault.ts'
import { newestOf, type PlaybookRow, playbookOf, selectPlaybooks, siteOf, snippetOf } from '../library.ts'
import { sha256Hex } from '../secrets.ts'
import { recordReceipt } from './readings.ts'
import { lockTeam } from './team-row.ts'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

export async function publishPlaybook(call: Call<'publishPlaybook'>): Promise<PlaybookVersion> {
  const { actor, params, request, tx, now, emit, audit } = call
  const teamId = actor.team.id
  const { document, problems } = parsePlaybook(request.markdown)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (!document || errors.length) {
    const lines = errors.slice(0, 5).map(({ line, message }) => `line ${line}: ${message}`)
    throw invalid(`The playbook was not published. ${lines.join(' ') || 'It is not a playbook.'}`.slice(0, 1000))
  }
  await lockTeam(tx, teamId)
  const newest = await selectPlaybooks(tx, teamId).where('p.id', '=', params.id).orderBy('p.version', 'desc').executeTakeFirst()
  const markdown = printPlaybook(document)
  refuseLong(markdown)
  const hash = sha256Hex(markdown)
  if (newest?.hash === hash) return playbookOf(newest)
  if ((newest?.version ?? null) !== request.base) {
    throw conflict(
      newest
        ? `${newest.byName} published version ${newest.version} of this playbook on ${day.format(newest.published_at)} UTC. Your text was not published; compare it with that version first.`
        : 'This playbook has no published version yet. Nothing was changed; publish it as a new one.',
    )
  }
  const number = (newest?.version ?? 0) + 1
  const rollout = request.rollout ?? 'next-case'
  const version = {
    id: params.id,
    version: number,
    hash,
    markdown,
    document,
    note: request.note,
    rollout,
    marks: marksAfter(newest && playbookOf(newest).marks, number, rollout),
    confirmFrom: confirmFromAfter(await askedBefore(tx, teamId, newest), { version: number, document }, request.confirm ?? false),
    publishedAt: now,
    publishedBy: refOf(actor.member),
  }
  refuseUnreadable(version)
  await tx
    .insertInto('playbook_versions')
    .values({
      team_id: teamId,
      id: version.id,
      version: version.version,
      hash,
      markdown,
      document: JSON.stringify(document),
      note: version.note,
      rollout,
      apply_now: version.marks.applyNow,
      critical_stop: version.marks.criticalStop,
      confirm_from: version.confirmFrom,
      published_at: now,
      published_by: actor.member.id,
    })
    .execute()
  emit(teamId, ['team'], { type: 'playbook.published', playbook: version })
  // Whoever asks everybody to confirm it has read it, also when smaller versions follow.
  if (version.confirmFrom === number) await recordReceipt(call, { playbookId: version.id, version: number, kind: 'acknowledged' })
  await audit(
    teamId,
    'playbook.published',
    `${version.id} ${version.version}${rollout === 'next-case' ? '' : ` ${rollout}`}${request.confirm ? ' confirm' : ''}`,
  )
  return version
}

/** The version that everybody has to confirm so far, with what it says. */
async function askedBefore(tx: Tx, teamId: string, newest: PlaybookRow | undefined) {
  const confirmFrom = newest?.confirm_from ?? null
  if (!newest || confirmFrom === null) return { confirmFrom: null, document: null }
  const asked = await selectPlaybooks(tx, teamId).where('p.id', '=', newest.id).where('p.version', '=', confirmFrom).executeTakeFirstOrThrow()
  return { confirmFrom, document: asked.document }
}

/** Printing escapes marks and indents anew, which can make a text longer than the one that was checked. */
function refuseLong(markdown: string): void {
  if (markdown.length <= limits.markdown) return
  const [size, most] = [markdown.length, limits.markdown].map((number) => number.toLocaleString('en'))
  throw invalid(`The playbook was not published: written out it has ${size} characters, and ${most} are allowed. Split it into several playbooks.`)
}

/** One version that a device cannot read would keep the whole feed from every device of the team. */
function refuseUnreadable(version: PlaybookVersion): void {
  const issue = PlaybookVersion.safeParse(version).error?.issues[0]
  if (issue) throw invalid(`The playbook was not published: no device could read it. ${issue.path.join('.')}: ${issue.message}`.slice(0, 1000))
}

export async function playbookVersions({ actor, params, tx }: Call<'playbookVersions'>) {
  const rows = await selectPlaybooks(tx, actor.team.id).where('p.id', '=', params.id).orderBy('p.version', 'desc').execute()
  if (!rows.length) throw absent('playbook')
  return { versions: rows.map(playbookOf) }
}

export async function publishSnippet(call: Call<'publishSnippet'>): Promise<Snippet> {
  const { actor, request: draft, emit } = call
  const { row, isNew } = await publishDraft(call, 'snippet_versions', draft, printSnippet(draft))
  const snippet = snippetOf(row)
  if (isNew) emit(actor.team.id, ['team'], { type: 'snippet.published', snippet })
  return snippet
}

export async function publishSite(call: Call<'publishSite'>): Promise<SiteProfile> {
  const {
    actor,
    request: { base, ...draft },
    emit,
  } = call
  refuseFaultySite(draft)
  const { row, isNew } = await publishDraft(call, 'site_versions', draft, printSite(draft), base)
  const site = siteOf(row)
  if (isNew) emit(actor.team.id, ['team'], { type: 'site.published', site })
  return site
}

/** Selectors outside the allow-list never reach a page, whoever sends them. */
function refuseFaultySite(draft: SiteDraft): void {
  const faults: string[] = []
  checkSite(draft, (path, _code, message) => faults.push(`${path.join('.')}: ${message}`))
  if (faults.length) throw invalid(`The site was not published. ${faults.slice(0, 5).join(' ')}`.slice(0, 1000))
}

type Draft = Call<'publishSnippet'>['request'] | SiteDraft
type DraftTable = 'snippet_versions' | 'site_versions'
interface DraftRow<T> {
  id: string
  version: number
  hash: string
  draft: T
  published_at: number
}

async function publishDraft<T extends Draft>(
  { actor, params, tx, now, audit }: Call<'publishSnippet' | 'publishSite'>,
  table: DraftTable,
  draft: T,
  printed: string,
  base?: number | null,
): Promise<{ row: DraftRow<T>; isNew: boolean }> {
  const teamId = actor.team.id
  const hash = sha256Hex(printed)
  await lockTeam(tx, teamId)
  const newest = (await newestOf(tx, table, teamId).where('id', '=', params.id).executeTakeFirst()) as DraftRow<T> | undefined
  if (newest?.hash === hash) return { row: newest, isNew: false }
  // A folder says no base: its text wins.
  if (base !== undefined && (newest?.version ?? null) !== base) throw conflict(movedOn(newest))
  const row = { id: params.id, version: (newest?.version ?? 0) + 1, hash, draft, published_at: now }
  await tx
    .insertInto(table)
    .values({ ...row, draft: JSON.stringify(draft), team_id: teamId, published_by: actor.member.id })
    .execute()
  await audit(teamId, `${table === 'snippet_versions' ? 'snippet' : 'site'}.published`, `${row.id} ${row.version}`)
  return { row, isNew: true }
}

function movedOn(newest: { version: number } | undefined): string {
  return newest
    ? `A colleague has published version ${newest.version} meanwhile. Yours was not published and nothing was overwritten; look at that version first.`
    : 'It has no published version yet. Nothing was changed; publish it as a new one.'
}
