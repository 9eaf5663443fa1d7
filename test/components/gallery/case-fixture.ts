// One case of a live-shopping marketplace as the worker answers it, and escalations at every standing.
import type { Escalation, OwnEscalation } from '../../../lib/schema/escalation.ts'
import { defaultRail } from '../../../lib/schema/settings.ts'
import type { CaseView, Library, SessionView, StatusView } from '../../../lib/schema/views.ts'
import { checklist, counterfeit, hash, lead, snippets } from './playbook-fixture.ts'

export const now = Date.now()
const me = { id: '00000000-0000-7000-8000-0000000000bb', name: 'Mira Okafor' }
const ago = (minutes: number) => now - minutes * 60_000

export const view: CaseView = {
  tabId: 1,
  siteName: 'Demo desk',
  origin: 'https://desk.example.com',
  siteEnabled: true,
  rail: defaultRail,
  context: {
    key: 'demo-desk:1042',
    siteId: 'demo-desk',
    caseId: '1042',
    url: 'https://desk.example.com/tickets/1042',
    title: 'Sneakers from the Friday stream look fake',
    fields: [
      { name: 'case.requester', label: 'Requester', value: 'Ana Moreira' },
      { name: 'case.category', label: 'Category', value: 'Counterfeit' },
      { name: 'case.seller', label: 'Seller', value: 'northside_kicks' },
      { name: 'order.value', label: 'Order value', value: '1,250.00' },
      { name: 'case.status', label: 'Status', value: 'Open' },
    ],
    selection: '',
    access: 'profile',
    capturedAt: now,
  },
  matches: [
    {
      playbookId: 'counterfeit-listing',
      version: 3,
      title: 'Counterfeit listing report',
      severity: 'S2',
      score: 9,
      queue: 'brand-protection',
      isByField: true,
      reasons: ['Category is “Counterfeit”', 'the page says “fake”'],
    },
    { playbookId: 'item-not-received', version: 7, title: 'Item not received', severity: 'S3', score: 4, reasons: ['the page says “tracking”'] },
    { playbookId: 'harassment', version: 1, title: 'Harassment in a stream', severity: 'S1', score: 2, reasons: ['the page says “threat”'] },
  ],
  runs: [],
  escalations: [],
  others: [],
}

export const library: Library = {
  playbooks: [counterfeit, checklist].map(({ id, version, document, publishedAt }) => ({
    id,
    version,
    title: document.title,
    severity: document.severity,
    text: document.sections.flatMap(({ steps }) => steps.map(({ label }) => label)).join('\n'),
    publishedAt,
  })),
  snippets,
}

export const session: SessionView = {
  state: 'active',
  hubUrl: 'https://hub.example.com',
  member: { ...me, role: 'agent', joinedAt: ago(9000) },
  team: { id: '00000000-0000-7000-8000-0000000000cc', name: 'Marketplace Trust & Safety' },
}
export const status: StatusView = { hub: 'connected', queued: 0, refused: 0, heardAt: now, database: 'ok', lost: [], problem: null }

export function own(change: Partial<OwnEscalation> = {}): OwnEscalation {
  const id = '00000000-0000-7000-8000-000000000001'
  const content: OwnEscalation['content'] = {
    id,
    case: view.context,
    queue: 'brand-protection',
    severity: 'S2',
    note: 'The brand wrote to us twice this week about the same seller.',
    run: null,
    maskedCount: 1,
    masked: { card: 1 },
    missing: [],
    via: 'panel',
    createdAt: ago(14),
  }
  return { id, caseKey: view.context.key, memberId: me.id, content, hash, local: 'held', sendAfter: now + 60_000, problem: null, record: null, ...change }
}

export function record(change: Partial<Escalation>): Escalation {
  const entry = (kind: Escalation['thread'][number]['kind'], minutes: number, text = '') => ({
    id: `00000000-0000-7000-8000-${String(minutes).padStart(12, '0')}`,
    kind,
    by: kind === 'answer' ? me : lead,
    at: ago(minutes),
    text,
    severity: null,
  })
  return {
    content: own().content,
    number: 42,
    by: me,
    status: 'seen',
    severity: 'S2',
    revision: 3,
    takenBy: lead,
    seenBy: lead,
    receivedAt: ago(13),
    seenAt: ago(12),
    ruling: null,
    thread: [
      entry('seen', 12),
      entry('taken', 11),
      entry('question', 9, 'Which of the two listings do you mean, the one from Friday or the one from Saturday?'),
    ],
    ...change,
  }
}

export const answered = [
  { id: '00000000-0000-7000-8000-000000000d01', kind: 'answer' as const, by: me, at: ago(7), text: 'The one from Friday.', severity: null },
  {
    id: '00000000-0000-7000-8000-000000000d02',
    kind: 'ruling' as const,
    by: lead,
    at: ago(2),
    text: 'The serial plate is wrong on all three photos and the seller has two earlier strikes. Remove the listing and refund the buyer in full.',
    severity: null,
  },
]
export { lead, me }
