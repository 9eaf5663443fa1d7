// Hand-overs and My cases as the worker answers them in the gallery.
import type { CaseRow, MyCases } from '../../../lib/schema/cases.ts'
import type { DeviceHandover, HandedEscalation } from '../../../lib/schema/handover.ts'
import type { Member } from '../../../lib/schema/member.ts'
import { now, session, view } from './case-fixture.ts'

const me = { id: session.member!.id, name: session.member!.name }
export const ben: Member = { id: '00000000-0000-7000-8000-0000000000be', name: 'Ben Achterberg', role: 'agent', joinedAt: 1 }
export const colleagues: Member[] = [ben, { ...ben, id: '00000000-0000-7000-8000-0000000000bf', name: 'Zoë Kamara', role: 'lead' }]
const ref = { id: ben.id, name: ben.name }
const ago = (minutes: number) => now - minutes * 60_000

const place = (id: number, title: string) => ({ key: `demo-desk:${id}`, title, url: `https://desk.example.com/tickets/${id}`, siteName: 'Demo desk' })
const line = (title: string, done: number, total: number, skipped = 0) => ({
  ...{ runId: crypto.randomUUID(), playbookId: 'counterfeit-listing', title },
  ...{ done, skipped, notApplicable: 0, total },
})

export function handover(way: 'to-me' | 'from-me', change: Partial<DeviceHandover> = {}): DeviceHandover {
  const [from, to] = way === 'to-me' ? [ref, me] : [me, ref]
  const content = {
    ...{ id: '00000000-0000-7000-8000-00000000ab01', to: to.id, case: place(1042, view.context.title), runs: [], createdAt: ago(2) },
    note: 'The brand owner answers tomorrow morning. Ask for the invoice if the seller writes first.',
    progress: [line('Counterfeit listing report', 3, 8, 1)],
  }
  const record = { content, from, to, status: 'open' as const, receivedAt: ago(2), settledAt: null, word: '' }
  return { id: content.id, from, to, content, local: 'sent', sendAfter: ago(2), problem: null, record, ...change }
}

const noor = { id: '00000000-0000-7000-8000-0000000000ca', name: 'Noor Haddad' }
const entry = { id: noor.id, severity: null }
const carried: HandedEscalation = {
  ...{
    id: '00000000-0000-7000-8000-00000000ee01',
    number: 41,
    caseKey: view.context.key,
    by: ref,
    severity: 'S2',
    status: 'ruled',
    takenBy: noor,
    receivedAt: ago(25),
  },
  note: 'Third report on this seller this month. The buyer wants the refund before her trip on Thursday.',
  ruling: {
    outcome: 'Remove listing, hold the payout',
    rationale: 'The serial plate is missing on photo 3 and the stitching is not of that year. Hold the payout until the brand owner has answered.',
    ...{ by: noor, at: ago(8) },
  },
  question: { ...entry, kind: 'question', by: noor, at: ago(20), text: 'Has the seller sent the invoice?' },
  answer: { ...entry, kind: 'answer', by: ref, at: ago(15), text: 'No, after two reminders.' },
}
const asked: HandedEscalation = { ...carried, id: '00000000-0000-7000-8000-00000000ee02', number: 47, status: 'asked', ruling: null, answer: null }

/** With what was escalated on the case: one that waits for an answer, one that was ruled. */
export function handedWithEscalations(): DeviceHandover {
  const plain = handover('to-me')
  const record = { ...plain.record!, status: 'taken' as const, settledAt: ago(1), escalations: [asked, carried] }
  return { ...plain, isHere: true, record }
}

const row = (id: number, title: string, minutes: number, change: Partial<CaseRow> = {}): CaseRow => ({
  place: place(id, title),
  workedAt: ago(minutes),
  runs: [{ ...line('Item not received', 2, 6), isOpen: true }],
  escalation: null,
  handover: null,
  ...change,
})

export const cases: MyCases = {
  handed: [row(1042, view.context.title, 2, { runs: [], handover: handover('to-me') })],
  open: [
    row(1051, 'Payout stopped after a chargeback', 4, { escalation: 'asked' }),
    row(1050, 'Threat in the chat of the evening stream', 18, {
      runs: [
        { ...line('Threat of violence', 5, 9, 1), isOpen: true },
        { ...line('Harassment in a stream', 0, 7), isOpen: true },
      ],
      escalation: 'taken',
    }),
    ...Array.from({ length: 7 }, (_, index) =>
      row(1060 + index, `A parcel that never came, and a title that is longer than the panel is wide (${index})`, 60 * (index + 1)),
    ),
  ],
  closed: [row(1044, 'Handbag from the Sunday auction', 3000, { runs: [{ ...line('Counterfeit listing report', 8, 8), isOpen: false }] })],
  more: 0,
}
