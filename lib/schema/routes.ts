// The hub's wire contract, written once: the hub derives routing, validation and OpenAPI from it, the worker its client.

import { CoachingDraft, CoachingNote } from './coaching.ts'
import { Count, mostCounts, Usage } from './counts.ts'
import { Escalation, EscalationContent } from './escalation.ts'
import { Cursor, FeedPage, Snapshot } from './feed.ts'
import { Flag, FlagAnswerKind, FlagContent } from './flag.ts'
import { Handover, HandoverContent } from './handover.ts'
import { limits, name, Sha256, Slug, text, Uuid } from './ids.ts'
import { Device, Invite, Member, Role, Team } from './member.ts'
import { PlaybookVersion, Severity } from './playbook.ts'
import { Image, ImageType } from './proof.ts'
import { Reading, ReceiptKind } from './receipt.ts'
import { Redaction, RedactionRules } from './redaction.ts'
import { Rollout } from './rollout.ts'
import { Run, RunEnding } from './run.ts'
import { SiteDraft, SiteProfile } from './site.ts'
import { HealthNews } from './site-health.ts'
import { Snippet, SnippetDraft } from './snippet.ts'
import { Synonyms, SynonymsDraft } from './synonyms.ts'
import { z } from './z.ts'

/** Who may call: nobody signed in (`public`), or members of these roles. Finer rules (own case only) live in the hub's handlers. */
export type Access = 'public' | readonly Role[]
const everyone = ['agent', 'lead', 'admin'] as const
const leads = ['lead', 'admin'] as const
const admins = ['admin'] as const

/** `command: true`: needs an `idempotency-key` header with a UUIDv7; same key and body = same answer, for ever. */
function route<const A extends Access, P extends z.ZodMiniType, Q extends z.ZodMiniType, S extends z.ZodMiniType>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  access: A,
  shape: { summary: string; params: P; request: Q; response: S; command?: boolean },
) {
  return { method, path, access, command: false, ...shape }
}

const none = z.object({})
const byId = z.object({ id: Uuid })
const bySlug = z.object({ id: Slug })
const revision = z.int().check(z.gte(0))
const Session = z.object({ member: Member, team: Team, deviceId: Uuid })
const changed = { params: byId, response: Escalation, command: true }

export const routes = {
  health: route('GET', '/healthz', 'public', { summary: 'Is the hub up', params: none, request: none, response: z.object({ ok: z.boolean() }) }),
  join: route('POST', '/v1/join', 'public', {
    summary: 'Turn an invite into a device token',
    params: none,
    request: z.object({ invite: name(40), name: name(80), device: name(120) }),
    response: z.object({ ...Session.shape, token: name(200) }),
  }),
  session: route('GET', '/v1/session', everyone, { summary: 'Who this token is', params: none, request: none, response: Session }),
  leave: route('DELETE', '/v1/session', everyone, { summary: 'Revoke this token', params: none, request: none, response: none }),
  snapshot: route('GET', '/v1/snapshot', everyone, { summary: 'All that this member may see, at one cursor', params: none, request: none, response: Snapshot }),
  feed: route('GET', '/v1/feed', everyone, {
    summary: 'Changes after a cursor; 410 when it cannot be served any more',
    params: none,
    request: z.object({ after: Cursor, limit: z.optional(z.int().check(z.gte(1), z.lte(1000))) }),
    response: FeedPage,
  }),
  members: route('GET', '/v1/members', leads, {
    summary: 'Members and their devices',
    params: none,
    request: none,
    response: z.object({ members: z.array(Member), devices: z.array(Device) }),
  }),
  invite: route('POST', '/v1/invites', leads, {
    summary: 'Invite one person, or a member on a new device; leads invite agents, admins anyone',
    params: none,
    /** `memberId`: whoever joins is that member, with the member's own name and role, whatever `role` says. */
    request: z.object({ role: Role, memberId: z.optional(Uuid) }),
    response: Invite,
    command: true,
  }),
  revoke: route('POST', '/v1/devices/:id/revocation', admins, {
    summary: 'Revoke a device token',
    params: byId,
    request: none,
    response: Device,
    command: true,
  }),
  escalate: route('POST', '/v1/escalations', everyone, {
    summary: 'Hand a case to the team',
    params: none,
    request: EscalationContent,
    response: Escalation,
    command: true,
  }),
  escalation: route('GET', '/v1/escalations/:id', everyone, {
    summary: 'One escalation, for its author and leads',
    params: byId,
    request: none,
    response: Escalation,
  }),
  evidence: route('POST', '/v1/escalations/:id/evidence', leads, {
    summary: 'One escalation as a page that stands alone, signed; see docs/evidence-file.md',
    params: byId,
    request: none,
    response: z.object({ html: z.string() }),
    command: true,
  }),
  evidenceKey: route('POST', '/v1/evidence-key', leads, {
    summary: 'The public key that the evidence files of this team are signed with',
    params: none,
    request: none,
    response: z.object({ key: z.string() }),
    command: true,
  }),
  amend: route('POST', '/v1/escalations/:id/amendments', everyone, {
    summary: 'Add to an own escalation',
    request: z.object({ note: text(limits.note), severity: z.nullable(Severity) }),
    ...changed,
  }),
  withdraw: route('POST', '/v1/escalations/:id/withdrawal', everyone, {
    summary: 'Withdraw an own escalation',
    request: z.object({ reason: text(limits.note) }),
    ...changed,
  }),
  answer: route('POST', '/v1/escalations/:id/answers', everyone, {
    summary: 'Answer a question on an own escalation',
    request: z.object({ text: name(limits.note) }),
    ...changed,
  }),
  see: route('POST', '/v1/escalations/:id/sightings', leads, { summary: 'A person opened it', request: none, ...changed }),
  take: route('POST', '/v1/escalations/:id/take', leads, { summary: 'Take it; 409 when someone else was first', request: z.object({ revision }), ...changed }),
  ask: route('POST', '/v1/escalations/:id/questions', leads, { summary: 'Ask the author', request: z.object({ text: name(limits.note) }), ...changed }),
  rule: route('POST', '/v1/escalations/:id/ruling', leads, {
    summary: 'Rule on it; 409 when it changed since `revision`',
    request: z.object({ outcome: name(200), rationale: name(limits.note), revision }),
    ...changed,
  }),
  receipt: route('POST', '/v1/receipts', everyone, {
    summary: 'A member saw a playbook version',
    params: none,
    request: z.object({ playbookId: Slug, version: z.int(), kind: ReceiptKind, onCase: z.optional(z.boolean()) }),
    response: none,
    command: true,
  }),
  run: route('POST', '/v1/runs', everyone, { summary: 'A closed run', params: none, request: Run, response: none, command: true }),
  caseRuns: route('GET', '/v1/escalations/:id/runs', leads, {
    summary: 'How the runs of its case ended, newest first',
    params: byId,
    request: none,
    response: z.object({ endings: z.array(RunEnding) }),
  }),
  handOver: route('POST', '/v1/handovers', everyone, {
    summary: 'Hand a case to a colleague, with its runs',
    params: none,
    request: HandoverContent,
    response: Handover,
    command: true,
  }),
  takeHandover: route('POST', '/v1/handovers/:id/taking', everyone, {
    summary: 'Take a case that was handed to the caller; 409 when it was taken back before',
    params: byId,
    request: none,
    response: Handover,
    command: true,
  }),
  returnHandover: route('POST', '/v1/handovers/:id/return', everyone, {
    summary: 'Return it untaken, or take it back as its sender; 409 when it was settled before',
    params: byId,
    request: z.object({ word: text(limits.reason) }),
    response: Handover,
    command: true,
  }),
  counts: route('POST', '/v1/counts', everyone, {
    summary: 'Sums of a day: snippets used, searches without result',
    params: none,
    request: z.object({ counts: z.array(Count).check(z.minLength(1), z.maxLength(mostCounts)) }),
    response: none,
    command: true,
  }),
  usage: route('GET', '/v1/counts', leads, {
    summary: 'How often snippets were used and what was searched for in vain',
    params: none,
    request: z.object({ days: z.int().check(z.gte(1), z.lte(366)) }),
    response: Usage,
  }),
  image: route('POST', '/v1/images', everyone, {
    summary: 'A picture that an own escalation or run names',
    params: none,
    request: z.extend(Image, { of: Uuid }),
    response: none,
    command: true,
  }),
  picture: route('GET', '/v1/images/:hash', everyone, {
    summary: 'A picture, for who may read the escalation or the run `of` that names it',
    params: z.object({ hash: Sha256 }),
    request: z.object({ of: Uuid }),
    response: z.object({ type: ImageType, base64: name(limits.imageBase64) }),
  }),
  publishPlaybook: route('POST', '/v1/playbooks/:id/versions', leads, {
    summary: 'Publish a playbook from Markdown; 409 when `base` is not the newest version',
    params: bySlug,
    /** `rollout`: what becomes of runs that are open; `next-case` where nothing is said. */
    request: z.object({
      markdown: name(limits.markdown),
      note: text(500),
      base: z.nullable(z.int()),
      rollout: z.optional(Rollout),
      /** Everybody confirms that they have read it. */
      confirm: z.optional(z.boolean()),
    }),
    response: PlaybookVersion,
    command: true,
  }),
  readings: route('GET', '/v1/playbooks/:id/receipts', leads, {
    summary: 'How far each agent has come with a playbook',
    params: bySlug,
    request: none,
    response: z.object({ readings: z.array(Reading) }),
  }),
  flag: route('POST', '/v1/flags', everyone, {
    summary: 'Say that a playbook, or a step of it, does not fit',
    params: none,
    request: FlagContent,
    response: Flag,
    command: true,
  }),
  answerFlag: route('POST', '/v1/flags/:id/answers', leads, {
    summary: 'Say what becomes of a flag; 409 when it was ended already',
    params: byId,
    request: z.object({ kind: FlagAnswerKind, text: text(limits.reason), version: z.nullable(z.int()) }),
    response: Flag,
    command: true,
  }),
  coach: route('POST', '/v1/coaching', leads, {
    summary: 'Write a note to a member, about an escalation or in general',
    params: none,
    request: CoachingDraft,
    response: CoachingNote,
    command: true,
  }),
  heed: route('POST', '/v1/coaching/:noteId/replies', everyone, {
    summary: 'Say that an own note was read, with or without a word',
    params: z.object({ noteId: Uuid }),
    request: z.object({ text: text(limits.reason) }),
    response: CoachingNote,
    command: true,
  }),
  playbookVersions: route('GET', '/v1/playbooks/:id/versions', everyone, {
    summary: 'All versions, newest first',
    params: bySlug,
    request: none,
    response: z.object({ versions: z.array(PlaybookVersion) }),
  }),
  publishSnippet: route('POST', '/v1/snippets/:id/versions', leads, {
    summary: 'Publish a snippet',
    params: bySlug,
    request: SnippetDraft,
    response: Snippet,
    command: true,
  }),
  publishSite: route('POST', '/v1/sites/:id/versions', leads, {
    summary: 'Publish a site profile',
    params: bySlug,
    request: z.object({ ...SiteDraft.shape, base: z.optional(z.nullable(z.int())) }),
    response: SiteProfile,
    command: true,
  }),
  siteHealth: route('POST', '/v1/sites/:id/health', everyone, {
    summary: 'A field of a site profile can no longer be read, or can be again',
    params: bySlug,
    request: HealthNews,
    response: none,
    command: true,
  }),
  publishSynonyms: route('POST', '/v1/synonyms/versions', leads, {
    summary: 'Publish which words mean the same in the search',
    params: none,
    request: SynonymsDraft,
    response: Synonyms,
    command: true,
  }),
  publishRedaction: route('POST', '/v1/redaction/versions', leads, {
    summary: 'Publish what is masked beside secrets, and what is kept',
    params: none,
    request: RedactionRules,
    response: Redaction,
    command: true,
  }),
} as const

export type Routes = typeof routes
export type RouteName = keyof Routes
export type RouteParams<N extends RouteName> = z.infer<Routes[N]['params']>
export type RouteRequest<N extends RouteName> = z.infer<Routes[N]['request']>
export type RouteResponse<N extends RouteName> = z.infer<Routes[N]['response']>

/** The live socket is not a request with a reply; its frames are in `feed.ts`. */
export const livePath = '/v1/live'
