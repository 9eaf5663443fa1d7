// The hub's ordered log of changes, and the snapshot that stands in for all of it.
import { CoachingNote } from './coaching.ts'
import { Escalation, EscalationSummary } from './escalation.ts'
import { Flag } from './flag.ts'
import { Handover } from './handover.ts'
import { Instant, name } from './ids.ts'
import { Member, Team } from './member.ts'
import { PlaybookVersion } from './playbook.ts'
import { Receipt } from './receipt.ts'
import { Redaction } from './redaction.ts'
import { SiteProfile } from './site.ts'
import { SiteFault } from './site-health.ts'
import { Snippet } from './snippet.ts'
import { Synonyms } from './synonyms.ts'
import { z } from './z.ts'

/** Position in a team's feed: dense, no late arrivals. A device that has read 41 has everything up to 41. */
export const Cursor = z.int().check(z.gte(0))
export type Cursor = z.infer<typeof Cursor>

const at = { seq: Cursor, at: Instant }
export const FeedEvent = z.discriminatedUnion('type', [
  z.object({ ...at, type: z.literal('playbook.published'), playbook: PlaybookVersion }),
  z.object({ ...at, type: z.literal('snippet.published'), snippet: Snippet }),
  z.object({ ...at, type: z.literal('site.published'), site: SiteProfile }),
  z.object({ ...at, type: z.literal('synonyms.published'), synonyms: Synonyms }),
  z.object({ ...at, type: z.literal('redaction.published'), redaction: Redaction }),
  /** To the author and to leads. */
  z.object({ ...at, type: z.literal('escalation.changed'), escalation: Escalation }),
  /** To everybody: enough to say "Mira escalated this case". */
  z.object({ ...at, type: z.literal('escalation.summarized'), summary: EscalationSummary }),
  z.object({ ...at, type: z.literal('member.changed'), member: Member }),
  /** To leads. */
  z.object({ ...at, type: z.literal('site.faulted'), fault: SiteFault }),
  /** To who hands over, to who gets it, and to leads. */
  z.object({ ...at, type: z.literal('handover.changed'), handover: Handover }),
  /** These three to the member they are about and to leads. */
  z.object({ ...at, type: z.literal('receipt.recorded'), receipt: Receipt }),
  z.object({ ...at, type: z.literal('flag.changed'), flag: Flag }),
  z.object({ ...at, type: z.literal('coaching.changed'), note: CoachingNote }),
])
export type FeedEvent = z.infer<typeof FeedEvent>
export type FeedEventOf<T extends FeedEvent['type']> = Extract<FeedEvent, { type: T }>

/** `from` < each seq <= `upto`; events that this member may not see are left out, so seqs may have holes, `from`..`upto` may not. */
export const FeedPage = z.object({ from: Cursor, upto: Cursor, events: z.array(FeedEvent) })
export type FeedPage = z.infer<typeof FeedPage>

export const Snapshot = z.object({
  cursor: Cursor,
  team: Team,
  member: Member,
  members: z.array(Member),
  playbooks: z.array(PlaybookVersion),
  snippets: z.array(Snippet),
  sites: z.array(SiteProfile),
  /** Absent where the team has none. */
  synonyms: z.optional(Synonyms),
  redaction: z.optional(Redaction),
  /** All open ones for leads, own ones for agents. */
  escalations: z.array(Escalation),
  summaries: z.array(EscalationSummary),
  /** Of the newest versions of profiles, for leads. */
  siteFaults: z.optional(z.array(SiteFault)),
  /** Own ones that are open or were settled lately, with their runs; for leads also those of others, without. */
  handovers: z.optional(z.array(Handover)),
  /** Own ones. */
  receipts: z.optional(z.array(Receipt)),
  /** Own ones, and for leads those of everybody, the recent ones. */
  flags: z.optional(z.array(Flag)),
  notes: z.optional(z.array(CoachingNote)),
})
export type Snapshot = z.infer<typeof Snapshot>

/** Frames of `GET /v1/live` (WebSocket). The client speaks first; the token is never in a URL. */
export const LiveHello = z.object({ type: z.literal('hello'), protocol: z.literal(1), token: name(200), cursor: Cursor })
export type LiveHello = z.infer<typeof LiveHello>

export const LiveFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('page'), page: FeedPage }),
  /** The cursor cannot be served any more: take a snapshot. */
  z.object({ type: z.literal('reset') }),
  z.object({ type: z.literal('ping') }),
])
export type LiveFrame = z.infer<typeof LiveFrame>

/** Close codes of the live socket. */
export const liveClose = { unauthorized: 4401, badHello: 4400, slow: 4408, draining: 1012 } as const
