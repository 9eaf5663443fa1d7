// A team, its playbooks and its inbox as a lead of a live-shopping marketplace would meet them on a Tuesday afternoon.
import { changeEscalation, receiveEscalation } from '../../lib/domain/escalation.ts'
import type { Escalation, EscalationContent, RunEvidence } from '../../lib/schema/escalation.ts'
import type { Member } from '../../lib/schema/member.ts'
import type { Severity } from '../../lib/schema/playbook.ts'
import type { Proof } from '../../lib/schema/proof.ts'
import type { MemoryState } from './memory-worker.ts'

export const fixtureNow = Date.UTC(2026, 10, 24, 14, 2)
const minuteMs = 60_000

export function uuid(kind: number, number: number): string {
  return `0${kind}9aa000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

function member(number: number, name: string, role: Member['role']): Member {
  return { id: uuid(1, number), name, role, joinedAt: fixtureNow - number * 86_400_000 }
}
export const lead = member(1, 'Noor Haddad', 'admin')
export const otherLead = member(2, 'Ines Carvalho', 'lead')
export const agent = member(3, 'Mira Chen', 'agent')
export const secondAgent = member(4, 'Tobias Lund', 'agent')

export const counterfeitHash = '3f9a2c1d5e8b7046a1c3d5e7f90123456789abcdef0123456789abcdef012345'

const place = { url: 'https://desk.lumo.example/listings/9', title: 'Listing 9' }
const proofs: Proof[] = [
  { id: uuid(7, 1), kind: 'link', at: fixtureNow, ...place },
  { id: uuid(7, 2), kind: 'selection', at: fixtureNow, text: 'the plate is missing', around: 'He says that the plate is missing since the sale.', ...place },
  { id: uuid(7, 3), kind: 'screenshot', at: fixtureNow, image: { hash: counterfeitHash, type: 'image/webp', width: 1200, height: 800 }, ...place },
]

export const counterfeitRun: RunEvidence = {
  runId: uuid(4, 1),
  playbook: { id: 'counterfeit-listing', version: 3, hash: counterfeitHash, title: 'Counterfeit listing report' },
  startedAt: fixtureNow - 14 * minuteMs,
  done: 4,
  skipped: 1,
  total: 8,
  lines: [
    line('compare', 'Confirm', 'Compare the listing photos with the brand guide', 'done', {
      evidence: 'Serial plate missing on photo 3; stitching differs from the 2024 guide.',
      tookMs: 130_000,
      proofs,
    }),
    line('value', 'Confirm', 'Order value in USD', 'done', { answer: '1,240.00', tookMs: 8_000, by: { id: secondAgent.id, name: secondAgent.name } }),
    line('proof', 'Confirm', 'Has the seller shown proof of authenticity?', 'done', { answer: 'No, or it does not check out' }),
    line('ask', 'Confirm', 'Ask for proof', 'done', { depth: 1 }),
    line('history', 'Confirm', "Check the seller's earlier reports", 'skipped', {
      depth: 1,
      reason: 'Admin page timed out twice; the buyer is waiting on the phone.',
    }),
    line('brand', 'Confirm', 'Tell the brand desk', 'not-applicable', { reason: 'The brand has no desk with us.' }),
    line('hold', 'Decide', 'Hold the payout of the order', 'open'),
    line('decide', 'Decide', 'Decide', 'done', {
      answer: 'Remove listing',
      override: { reason: 'The brand confirmed it by phone.', at: fixtureNow, open: [{ stepId: 'hold', label: 'Hold the payout of the order' }] },
    }),
  ],
  override: { reason: 'The brand confirmed it by phone.', at: fixtureNow, open: [{ stepId: 'hold', label: 'Hold the payout of the order' }] },
}

function line(stepId: string, section: string, label: string, state: RunEvidence['lines'][number]['state'], more: Partial<RunEvidence['lines'][number]> = {}) {
  return {
    stepId,
    depth: 0,
    section,
    label,
    state,
    answer: null,
    reason: null,
    evidence: null,
    at: state === 'open' ? null : fixtureNow - 6 * minuteMs,
    ...more,
  }
}

const cases: [string, Severity, string, string, string][] = [
  ['Host said on stream that he wants to end his life', 'S1', 'safety', 'Self-harm', 'Stream is still live. I have the host address from his last payout.'],
  [
    'Counterfeit handbag received from live auction',
    'S2',
    'brand-protection',
    'Counterfeit',
    'Third report on this seller this month. Buyer wants the refund before her trip on Thursday.',
  ],
  ['Someone changed my email and placed orders', 'S2', 'account-security', 'Account takeover', ''],
  ['Seller uses a second account to drive up price', 'S3', 'leads', 'Shill bidding', 'Same device id on both accounts as far as I can see.'],
  ['Package shows delivered but I never got it', 'S4', 'leads', 'Item not received', 'Carrier photo shows another door.'],
  ['My 14 year old is being messaged by a seller', 'S1', 'safety', 'Minor safety', 'Messages attached in the ticket.'],
  ['Seller offering a switchblade and prescription pills', 'S2', 'safety', 'Prohibited item', ''],
  [
    'Notice of infringement: trademark on listing 99120',
    'S3',
    'brand-protection',
    'Intellectual property',
    'Sender is an agency. Authority letter is in the ticket.',
  ],
]

function content(number: number, at: number): EscalationContent {
  const [title, severity, queue, category, note] = cases[(number - 1) % cases.length]!
  const caseId = String(1040 + number)
  return {
    id: uuid(2, number),
    case: {
      key: `demo-desk:${caseId}`,
      siteId: 'demo-desk',
      caseId,
      url: `http://127.0.0.1:8081/tickets/${caseId}`,
      title,
      fields: [
        { name: 'case.requester', label: 'Requester', value: number % 2 ? 'Dana Whitfield' : 'Marcus Oyelaran' },
        { name: 'case.category', label: 'Category', value: category },
        { name: 'case.order', label: 'Order', value: `LM-${482_000 + number}` },
        { name: 'case.seller', label: 'Seller', value: '@vintagekicks' },
        { name: 'order.value', label: 'Order value', value: '$1,240.00' },
      ],
      selection:
        number % 3 === 2 ? 'The bag I won in the auction has no serial number and the stitching is wrong. An authenticator told me that it is fake.' : '',
      access: 'profile',
      capturedAt: at - 3000,
    },
    queue,
    severity,
    note,
    run: number % 4 === 2 ? counterfeitRun : null,
    maskedCount: number % 3 === 2 ? 2 : 0,
    missing: number % 4 === 0 ? ['selected text'] : [],
    via: number % 4 === 0 ? 'command' : 'panel',
    createdAt: at - 6000,
  }
}

export function escalation(number: number, minutesAgo: number, by: Member = number % 2 ? secondAgent : agent): Escalation {
  const at = fixtureNow - minutesAgo * minuteMs
  return receiveEscalation(content(number, at), { id: by.id, name: by.name }, number, at)
}

function snippet(id: string, title: string) {
  return { id, version: 1, hash: counterfeitHash, title, tags: [], body: `${title}.`, publishedAt: fixtureNow }
}

/** `count` fresh ones on top of eight that stand everywhere in their lives. */
export function fixtureInbox(count = 0): Escalation[] {
  const entry = (number: number) => ({ entryId: uuid(3, number), at: fixtureNow - number * minuteMs })
  const noor = { id: lead.id, name: lead.name }
  const ines = { id: otherLead.id, name: otherLead.name }
  const mira = { id: agent.id, name: agent.name }
  const rows = Array.from({ length: 8 }, (_, index) => escalation(index + 1, 3 + index * index * 11))
  const take = (row: Escalation, by: typeof noor, number: number) => changeEscalation(row, { kind: 'take', revision: row.revision, by, ...entry(number) })
  rows[1] = changeEscalation(rows[1]!, { kind: 'see', by: noor, ...entry(12) })
  rows[1] = changeEscalation(rows[1], {
    kind: 'amend',
    note: 'Buyer called again. She has the authenticator letter as a PDF.',
    severity: null,
    by: mira,
    ...entry(10),
  })
  rows[2] = take(rows[2]!, ines, 30)
  rows[3] = changeEscalation(take(rows[3]!, noor, 70), { kind: 'ask', text: 'Do both accounts pay out to the same bank account?', by: noor, ...entry(60) })
  rows[3] = changeEscalation(rows[3], { kind: 'answer', text: 'Yes, same IBAN, added two days apart.', by: mira, ...entry(20) })
  rows[4] = changeEscalation(rows[4]!, {
    kind: 'rule',
    outcome: 'Refund, reclaim from carrier',
    rationale: 'The delivery photo shows number 14; the order says 41. Refund now and file the carrier claim with the photo.',
    revision: 1,
    by: ines,
    ...entry(50),
  })
  rows[6] = changeEscalation(rows[6]!, {
    kind: 'withdraw',
    reason: 'The stream was a magic show; the pills are mints.',
    by: { id: rows[6]!.by.id, name: rows[6]!.by.name },
    ...entry(40),
  })
  return [...rows, ...Array.from({ length: count }, (_, index) => escalation(index + 9, (index % 4000) + 2))]
}

export function fixtureState(inbox: Escalation[]): MemoryState {
  const device = (number: number, who: Member, label: string, seen: number | null) => ({
    id: uuid(5, number),
    member: { id: who.id, name: who.name },
    label,
    createdAt: who.joinedAt,
    lastSeenAt: seen === null ? null : fixtureNow - seen * minuteMs,
    revokedAt: null,
  })
  return {
    session: { state: 'active', hubUrl: 'http://127.0.0.1:4100', member: lead, team: { id: uuid(6, 1), name: 'Lumen Live' } },
    status: { hub: 'connected', queued: 0, refused: 0, heardAt: fixtureNow - 4000, database: 'ok', lost: [], problem: null },
    settings: { theme: 'system', notifications: true },
    inbox,
    playbooks: new Map(),
    team: {
      members: [lead, otherLead, agent, secondAgent],
      devices: [
        device(1, lead, 'Chrome on Windows', 0),
        device(2, otherLead, 'Edge on Windows', 12),
        device(3, agent, 'Chrome on macOS', 1),
        device(4, agent, 'Firefox on Linux', 60 * 30),
        device(5, secondAgent, 'Chrome on ChromeOS', null),
      ],
    },
    drafts: new Map(),
    sites: { sites: [], faults: [] },
    readings: [],
    flags: [],
    notes: [],
    snippets: [snippet('authenticity-confirmed', 'Authenticity confirmed'), snippet('ask-for-proof', 'Ask for proof')],
  }
}

/** The second escalation's run was closed after it was sent, for a reason, and a colleague's without any. */
export function closedLater({ inbox }: MemoryState): Partial<MemoryState> {
  const id = inbox[1]?.content.id ?? ''
  const by = { id: agent.id, name: agent.name }
  const open = ['Hold the payout of the order', 'Tell the buyer'].map((label, index) => ({ stepId: `open-${index}`, label }))
  const refund = { id: 'refund-abuse', version: 2, hash: counterfeitHash, title: 'Refund abuse' }
  const ended = { runId: counterfeitRun.runId, playbook: counterfeitRun.playbook, by, closedAt: fixtureNow - 2 * minuteMs, outcome: 'Remove listing' }
  const others = { runId: uuid(4, 2), playbook: refund, by: { id: secondAgent.id, name: secondAgent.name }, closedAt: fixtureNow - 9 * minuteMs, outcome: null }
  const override = { reason: 'Duplicate of 1042', at: fixtureNow - 2 * minuteMs, by, open }
  return {
    endings: {
      [id]: [
        { ...ended, override, decided: [] },
        { ...others, decided: [] },
      ],
    },
  }
}
