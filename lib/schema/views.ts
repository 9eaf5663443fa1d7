// What the worker answers to the panels: records joined and trimmed for one screen.
import { CaseContext, KeptBack, Match } from './case.ts'
import { EscalationSummary, OwnEscalation } from './escalation.ts'
import { DeviceHandover } from './handover.ts'
import { Instant, name, Slug, text, Uuid } from './ids.ts'
import { Device, Member, Team } from './member.ts'
import { RailSettings } from './page.ts'
import { PlaybookVersion, Severity, StepId } from './playbook.ts'
import { Rollout } from './rollout.ts'
import { Run } from './run.ts'
import { SiteProfile } from './site.ts'
import { SiteFault } from './site-health.ts'
import { Snippet } from './snippet.ts'
import { SynonymLists } from './synonyms.ts'
import { z } from './z.ts'

/**
 * A run with the version it is pinned to; `newer` is the version that the team works with now, if it is another, and `rollout` what that
 * one asks of this run, if it is newer.
 */
export const RunView = z.object({
  run: Run,
  playbook: PlaybookVersion,
  newer: z.nullable(z.int()),
  rollout: z.optional(z.nullable(Rollout)),
  /** This member still has to confirm the version; `since` is the one that the member knew before, null where there is none. */
  confirm: z.optional(z.nullable(z.object({ since: z.nullable(z.int()) }))),
})
export type RunView = z.infer<typeof RunView>

/** The panel's whole screen for one tab. `others` are escalations of this case by colleagues. */
export const CaseView = z.object({
  tabId: z.nullable(z.int()),
  context: CaseContext,
  siteName: z.nullable(name(120)),
  /** `https://desk.example.com`, to offer enabling it; null where no site can be enabled. */
  origin: z.nullable(text(300)),
  siteEnabled: z.boolean(),
  /** How the rail sits on this site; null where there is none. */
  rail: z.optional(z.nullable(RailSettings)),
  matches: z.array(Match),
  /** What fits, too, but was put away on this case. */
  putAway: z.optional(z.array(Match)),
  /** What fits, too, but a negative trigger keeps it from being shown. */
  keptBack: z.optional(z.array(KeptBack)),
  runs: z.array(RunView),
  escalations: z.array(OwnEscalation),
  others: z.array(EscalationSummary),
  /** To and from this member, newest first. */
  handovers: z.optional(z.array(DeviceHandover)),
  /** A step of this tab's case that waits for its picture, and why the last attempt came to nothing. */
  picture: z.optional(z.nullable(z.object({ runId: Uuid, stepId: StepId, fault: z.nullable(text(500)) }))),
})
export type CaseView = z.infer<typeof CaseView>

export const LibraryPlaybook = z.object({
  id: Slug,
  version: z.int(),
  title: name(200),
  severity: z.nullable(Severity),
  /** Headings, steps and triggers' words, for search. */
  text: text(50_000),
  /** How much of it a person reads in the playbook; the rest are words of its triggers, which are found and not shown. */
  readable: z.optional(z.int()),
  publishedAt: Instant,
})
export type LibraryPlaybook = z.infer<typeof LibraryPlaybook>

/** All that the search box searches; `synonyms` are words that mean the same. */
export const Library = z.object({ playbooks: z.array(LibraryPlaybook), snippets: z.array(Snippet), synonyms: z.optional(SynonymLists) })
export type Library = z.infer<typeof Library>

export const SessionView = z.object({
  state: z.enum(['none', 'active', 'revoked', 'left']),
  hubUrl: z.nullable(z.string()),
  member: z.nullable(Member),
  team: z.nullable(Team),
})
export type SessionView = z.infer<typeof SessionView>

/** One glance: is all that was saved also delivered? */
export const StatusView = z.object({
  hub: z.enum(['none', 'connecting', 'connected', 'unreachable', 'revoked', 'left']),
  /** Of the member of this device, the last one when signed out. */
  queued: z.int(),
  refused: z.int(),
  /** Unsent items of members who were signed in here before: each leaves only under its own. `name` is null where the team no longer knows the member. */
  others: z.optional(z.array(z.object({ name: z.nullable(name(80)), count: z.int() }))),
  /** When the hub was last heard. */
  heardAt: z.nullable(Instant),
  database: z.enum(['ok', 'newer', 'failed']),
  /** Outbox orders that were saved and are gone after damage to the browser's storage. */
  lost: z.array(z.int()),
  /** The hub sends what this version of Handrail cannot read. */
  needsUpdate: z.optional(z.boolean()),
  /** A sentence for a person when something is wrong. */
  problem: z.nullable(text(500)),
})
export type StatusView = z.infer<typeof StatusView>

export const SitesView = z.object({ sites: z.array(SiteProfile), faults: z.array(SiteFault) })
export type SitesView = z.infer<typeof SitesView>

export const TeamView = z.object({ members: z.array(Member), devices: z.array(Device) })
export type TeamView = z.infer<typeof TeamView>

/** `arrived: false`: put `text` on the clipboard and tell the agent `reason`. */
export const InsertResult = z.object({
  arrived: z.boolean(),
  text: z.string(),
  reason: text(300),
  field: z.optional(text(80)),
  box: z.optional(z.enum(['reply', 'note'])),
})
export type InsertResult = z.infer<typeof InsertResult>

export const Undone = z.object({ undone: z.boolean(), content: z.nullable(z.object({ note: z.string(), severity: Severity, queue: Slug })), id: Uuid })
export type Undone = z.infer<typeof Undone>
