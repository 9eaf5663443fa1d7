// Who gets which answer from which route: every route has a row, or the matrix test fails.
import type { Role } from '../../lib/schema/member.ts'
import type { RouteName } from '../../lib/schema/routes.ts'

export const callers = ['none', 'revoked', 'other', 'agent', 'lead', 'admin'] as const
export type CallerName = (typeof callers)[number]
export type Row = Record<CallerName, number>

/**
 * Every case acts on things of one team: an escalation by its agent, a device of its agent, a playbook by its lead.
 * `other` is the admin of another team: on things with an id the same 404 as for what is not there.
 */
const open: Row = { none: 200, revoked: 200, other: 200, agent: 200, lead: 200, admin: 200 }
const members: Row = { ...open, none: 401, revoked: 401 }
const leads: Row = { ...members, agent: 403 }
const admins: Row = { ...leads, lead: 403 }
const author: Row = { ...members, other: 404, lead: 403, admin: 403 }
const leadsOfTeam: Row = { ...leads, other: 404 }

/** `agent` hands over to a colleague who is not among the callers; claims/handovers.ts takes as that one. */
const recipient: Row = { ...members, other: 404, agent: 403, lead: 403, admin: 403 }

export const matrix: Record<RouteName, Row> = {
  health: open,
  join: open,
  session: members,
  leave: members,
  snapshot: members,
  feed: members,
  members: leads,
  invite: leads,
  revoke: { ...admins, other: 404 },
  escalate: members,
  escalation: { ...members, other: 404 },
  evidence: leadsOfTeam,
  evidenceKey: leads,
  amend: author,
  withdraw: author,
  answer: author,
  see: leadsOfTeam,
  take: leadsOfTeam,
  ask: leadsOfTeam,
  rule: leadsOfTeam,
  receipt: { ...members, other: 404 },
  run: { ...members, other: 404 },
  caseRuns: leadsOfTeam,
  handOver: { ...members, other: 404 },
  takeHandover: recipient,
  returnHandover: { ...recipient, agent: 200 },
  counts: members,
  usage: leads,
  image: author,
  picture: { ...members, other: 404 },
  publishPlaybook: leads,
  playbookVersions: { ...members, other: 404 },
  readings: leadsOfTeam,
  flag: { ...members, other: 404 },
  answerFlag: leadsOfTeam,
  coach: leadsOfTeam,
  /** A note to the agent: leads read it, too, and cannot speak for the agent. */
  heed: { ...members, other: 404, lead: 404, admin: 404 },
  publishSnippet: leads,
  publishSite: leads,
  siteHealth: { ...members, other: 404 },
  publishSynonyms: leads,
  publishRedaction: leads,
}

/** `invite` with a `memberId`, by the role of that member. */
export const inviteAgain: Record<Role, Row> = {
  agent: leadsOfTeam,
  lead: { ...admins, other: 404 },
  admin: { ...admins, other: 404 },
}
