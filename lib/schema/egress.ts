// Everything that can leave the browser: one host (the joined hub), these routes, these fields. A test holds it against `routes`.
import type { RouteName } from './routes.ts'

export interface Egress {
  /** Why it leaves, in words for the person whose browser it is. */
  purpose: string
  /** Top-level fields of the request; `case` and `run` are the case as shown in the panel and the steps of its checklist. */
  fields: readonly string[]
  /** What a person does that makes it leave. */
  occasion: 'joining' | 'reading the team’s library' | 'escalating' | 'working a playbook' | 'handing a case to a colleague' | 'leading the team'
}

const nothing: readonly string[] = []

/** The routes that the extension may call; the build leaves the others out of it. */
export type EgressRoute = Exclude<RouteName, 'health' | 'publishSnippet' | 'publishSynonyms' | 'publishRedaction' | 'evidenceKey'>

export const egress: Record<EgressRoute, Egress> = {
  join: { purpose: 'Turn an invite into this device’s token', fields: ['invite', 'name', 'device'], occasion: 'joining' },
  session: { purpose: 'Ask whether the token still holds', fields: nothing, occasion: 'joining' },
  leave: { purpose: 'Give the token back at sign-out', fields: nothing, occasion: 'joining' },
  snapshot: { purpose: 'Fetch playbooks, snippets, sites and escalations', fields: nothing, occasion: 'reading the team’s library' },
  feed: { purpose: 'Fetch what changed', fields: ['after', 'limit'], occasion: 'reading the team’s library' },
  playbookVersions: { purpose: 'Fetch older versions of a playbook', fields: nothing, occasion: 'reading the team’s library' },
  escalate: {
    purpose: 'Hand a case to the team, with masked evidence',
    fields: ['id', 'case', 'queue', 'severity', 'note', 'run', 'maskedCount', 'masked', 'missing', 'via', 'createdAt'],
    occasion: 'escalating',
  },
  amend: { purpose: 'Add to an own escalation', fields: ['note', 'severity'], occasion: 'escalating' },
  escalation: { purpose: 'Read how an own escalation stands, where the hub says that it moved on', fields: nothing, occasion: 'escalating' },
  withdraw: { purpose: 'Withdraw an own escalation', fields: ['reason'], occasion: 'escalating' },
  answer: { purpose: 'Answer a lead’s question', fields: ['text'], occasion: 'escalating' },
  receipt: {
    purpose: 'Say which version of a playbook was seen or confirmed, and not on which case',
    fields: ['playbookId', 'version', 'kind', 'onCase'],
    occasion: 'working a playbook',
  },
  flag: {
    purpose: 'Say that a step does not fit, with the address of the case where the site is switched on',
    fields: ['id', 'playbook', 'stepId', 'label', 'kind', 'word', 'case', 'createdAt'],
    occasion: 'working a playbook',
  },
  heed: { purpose: 'Say that a coaching note was read', fields: ['text'], occasion: 'working a playbook' },
  run: {
    purpose: 'Keep the record of a closed run',
    fields: [
      'id',
      'caseKey',
      'playbook',
      'memberId',
      'startedAt',
      'updatedAt',
      'closedAt',
      'outcome',
      'steps',
      'former',
      'move',
      'cameFrom',
      'wentTo',
      'undo',
      'override',
      'reopenedAt',
    ],
    occasion: 'working a playbook',
  },
  siteHealth: {
    purpose: 'Tell leads that a field of a site profile can no longer be read: its name, never a value',
    fields: ['version', 'page', 'field', 'state', 'since', 'cases'],
    occasion: 'working a playbook',
  },
  handOver: {
    purpose: 'Hand a case to a colleague with its title, address, note and runs',
    fields: ['id', 'to', 'case', 'note', 'runs', 'progress', 'createdAt'],
    occasion: 'handing a case to a colleague',
  },
  takeHandover: { purpose: 'Take a case that a colleague hands over', fields: nothing, occasion: 'handing a case to a colleague' },
  returnHandover: { purpose: 'Return a case that was handed over, with a word', fields: ['word'], occasion: 'handing a case to a colleague' },
  counts: { purpose: 'Count snippets used and searches without result', fields: ['counts'], occasion: 'working a playbook' },
  usage: { purpose: 'Ask how often snippets were used', fields: ['days'], occasion: 'leading the team' },
  image: {
    purpose: 'Send the pictures that an escalation or a closed run names',
    fields: ['of', 'hash', 'type', 'width', 'height', 'base64'],
    occasion: 'escalating',
  },
  picture: { purpose: 'Show a picture that an escalation names', fields: ['of'], occasion: 'leading the team' },
  caseRuns: { purpose: 'Read how the runs of an escalated case ended', fields: nothing, occasion: 'leading the team' },
  evidence: { purpose: 'Save an escalation as an evidence file', fields: nothing, occasion: 'leading the team' },
  see: { purpose: 'Tell the author that a person opened it', fields: nothing, occasion: 'leading the team' },
  take: { purpose: 'Take an escalation', fields: ['revision'], occasion: 'leading the team' },
  ask: { purpose: 'Ask its author', fields: ['text'], occasion: 'leading the team' },
  rule: { purpose: 'Rule on it', fields: ['outcome', 'rationale', 'revision'], occasion: 'leading the team' },
  publishPlaybook: { purpose: 'Publish a playbook', fields: ['markdown', 'note', 'base', 'rollout', 'confirm'], occasion: 'leading the team' },
  publishSite: { purpose: 'Publish how a site is read', fields: ['name', 'origins', 'pages', 'verified', 'base'], occasion: 'leading the team' },
  readings: { purpose: 'See who has read a playbook', fields: nothing, occasion: 'leading the team' },
  answerFlag: { purpose: 'Say what becomes of a flag', fields: ['kind', 'text', 'version'], occasion: 'leading the team' },
  coach: { purpose: 'Write a note to a member', fields: ['memberId', 'escalationId', 'text'], occasion: 'leading the team' },
  members: { purpose: 'List members and devices', fields: nothing, occasion: 'leading the team' },
  invite: { purpose: 'Invite a person, or a member on a new device', fields: ['role', 'memberId'], occasion: 'leading the team' },
  revoke: { purpose: 'Revoke a device', fields: nothing, occasion: 'leading the team' },
}
