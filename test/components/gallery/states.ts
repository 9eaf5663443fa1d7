// Every state of the panel that a person can meet, by name: what the worker answers in it.

import { showStep } from '../../../lib/domain/change-step.ts'
import { closeRun } from '../../../lib/domain/close-run.ts'
import { moveRun } from '../../../lib/domain/migrate-run.ts'
import { addProof } from '../../../lib/domain/proof.ts'
import { startRun, valuesOf } from '../../../lib/domain/run.ts'
import type { MessageName } from '../../../lib/messages/protocol.ts'
import type { News } from '../../../lib/schema/news.ts'
import type { PlaybookVersion } from '../../../lib/schema/playbook.ts'
import type { Proof } from '../../../lib/schema/proof.ts'
import type { StepChange } from '../../../lib/schema/run.ts'
import { defaultRail } from '../../../lib/schema/settings.ts'
import type { CaseView, Library, RunView, SessionView, StatusView } from '../../../lib/schema/views.ts'
import { answered, lead, library, now, own, record, session, status, view } from './case-fixture.ts'
import { edgeStates } from './edge-states.ts'
import { handover as handed, handedWithEscalations } from './handover-fixture.ts'
import { manyOwn, newsFixture } from './news-fixture.ts'
import { nextVersion } from './next-version.ts'
import { checklist, counterfeit, handover } from './playbook-fixture.ts'

export interface GalleryState {
  view: CaseView
  library: Library
  session: SessionView
  status: StatusView
  news?: News
  /** This message is never answered. */
  holds?: MessageName
  /** Why the case cannot be read. */
  failure?: string
}

const common: GalleryState = { view, library, session, status }
const withView = (change: Partial<CaseView>): GalleryState => ({ ...common, view: { ...view, ...change } })

function run(playbook: PlaybookVersion, changes: StepChange[], newer: number | null = null): RunView {
  const { document } = playbook
  let run = startRun({ id: '00000000-0000-7000-8000-000000000f01', caseKey: view.context.key, playbook, memberId: null, now })
  for (const change of changes) run = showStep(run, document, change, valuesOf(view.context.fields, document, run), now)
  return { run, playbook, newer }
}

function moved(view: RunView, by: 'agent' | 'lead'): RunView {
  const next = nextVersion(by === 'lead' ? 'apply-now' : 'next-case')
  return { run: moveRun(view.run, view.playbook.document, next, by, { at: now, mayUndo: by === 'agent' }), playbook: next, newer: null }
}

const half: StepChange[] = [
  { stepId: 'compare', state: 'done' },
  { stepId: 'value', state: 'done', value: '1,250.00' },
  { stepId: 'history', state: 'not-applicable', reason: 'The account is two days old' },
  { stepId: 'proof', state: 'done', optionId: 'no' },
]
const closed = run(
  checklist,
  checklist.document.sections[0]!.steps.map(({ id }, index) =>
    index === 4 ? { stepId: id, state: 'skipped', reason: 'The seller is suspended' } : { stepId: id, state: 'done' },
  ),
)
const sent = (change: Parameters<typeof record>[0]) => withView({ runs: [run(checklist, [])], escalations: [own({ local: 'sent', record: record(change) })] })

const evidence: Proof[] = [
  { id: '00000000-0000-7000-8000-000000000a01', kind: 'note', at: now - 60_000, text: 'Two of the three photos are from the maker’s own shop.' },
  {
    id: '00000000-0000-7000-8000-000000000a02',
    kind: 'link',
    at: now - 50_000,
    url: 'https://desk.example.com/listings/9?from=stream',
    title: 'Listing 9, northside_kicks',
  },
  {
    id: '00000000-0000-7000-8000-000000000a03',
    kind: 'selection',
    at: now - 40_000,
    text: 'the label is glued on',
    around: 'She writes that the label is glued on and the box is blank.',
    url: view.context.url,
    title: view.context.title,
  },
  {
    id: '00000000-0000-7000-8000-000000000a04',
    kind: 'screenshot',
    at: now - 30_000,
    image: { hash: 'c'.repeat(64), type: 'image/webp', width: 1600, height: 1000 },
    url: view.context.url,
    title: view.context.title,
  },
]
/** All kinds of evidence on one step that was done in two minutes, and a note on another. */
const proven = ((): RunView => {
  const start = run(handover, [{ stepId: 'other', state: 'done' }])
  const { document } = handover
  const held = evidence.reduce((run, proof) => addProof(run, document, 'photo', proof, {}), start.run)
  const noted = addProof(held, document, 'value', { ...evidence[0]!, id: '00000000-0000-7000-8000-000000000a05' }, {})
  return { ...start, run: showStep(noted, document, { stepId: 'photo', state: 'done' }, {}, now + 120_000) }
})()

export const states: Record<string, GalleryState> = {
  suggestions: withView({
    others: [
      {
        id: '00000000-0000-7000-8000-000000000e01',
        number: 41,
        caseKey: view.context.key,
        by: { id: lead.id, name: 'Jonas Weber' },
        severity: 'S2',
        status: 'taken',
        takenBy: lead,
        receivedAt: now - 12 * 60_000,
      },
    ],
  }),
  'run-fresh': withView({ runs: [run(counterfeit, [])] }),
  'run-half': withView({ runs: [run(counterfeit, half, 4)] }),
  'run-stopped': withView({ runs: [{ ...run(counterfeit, half, 4), rollout: 'critical-stop' }] }),
  'run-moved-by-lead': withView({ runs: [moved(run(counterfeit, half), 'lead')] }),
  'run-moved': withView({ runs: [moved(run(counterfeit, half), 'agent')] }),
  'run-confirm': { ...withView({ runs: [{ ...moved(run(counterfeit, half), 'agent'), confirm: { since: 3 } }] }), news: newsFixture },
  'run-confirm-new': withView({ runs: [{ ...run(counterfeit, []), confirm: { since: null } }] }),
  news: { ...withView({ runs: [run(counterfeit, half)], escalations: manyOwn }), news: newsFixture },
  'run-density': withView({ runs: [run(checklist, [{ stepId: 'step-0', state: 'done' }])] }),
  'run-handover': withView({ runs: [run(handover, [])] }),
  'run-evidence': withView({ runs: [proven], context: { ...view.context, selection: 'I ship fakes tonight' } }),
  'run-picture': withView({ runs: [run(handover, [])], picture: { runId: proven.run.id, stepId: 'photo', fault: null } }),
  'run-override': withView({
    runs: [{ ...proven, run: closeRun(proven.run, handover.document, {}, { now, reason: 'The seller has left, nothing more can be asked' }) }],
  }),
  'run-closed': withView({ runs: [{ ...closed, run: { ...closeRun(closed.run, checklist.document, {}, { now }), closedAt: null } }] }),
  'handed-to-me': withView({ handovers: [handed('to-me')] }),
  'handed-with-escalations': withView({ handovers: [handedWithEscalations()] }),
  'handed-away': withView({
    handovers: [handed('from-me')],
    runs: [{ ...closed, run: { ...closed.run, closedAt: now, wentTo: { handoverId: closed.run.id, member: handed('from-me').to, at: now } } }],
  }),
  held: withView({ runs: [run(checklist, [])], escalations: [own()] }),
  queued: {
    ...withView({ escalations: [own({ local: 'queued' })] }),
    status: { ...status, hub: 'unreachable', queued: 2 },
  },
  asked: sent({ status: 'asked' }),
  'asked-offline': { ...sent({ status: 'asked' }), status: { ...status, hub: 'unreachable' } },
  ruled: sent({
    status: 'ruled',
    ruling: { outcome: 'Remove listing', rationale: answered[1]!.text, by: lead, at: now },
    thread: [...record({}).thread, ...answered],
  }),
  several: withView({
    runs: [run(checklist, [])],
    escalations: [
      own({ local: 'sent', record: record({ status: 'asked', number: 47 }) }),
      own({ id: '00000000-0000-7000-8000-000000000002', local: 'sent', record: record({ status: 'withdrawn', number: 44 }) }),
      own({
        id: '00000000-0000-7000-8000-000000000003',
        local: 'sent',
        record: record({ status: 'delivered', number: 42, thread: [], seenBy: null, takenBy: null, severity: 'S1' }),
      }),
    ],
  }),
  'never-joined': {
    view: { ...view, matches: [] },
    library: { playbooks: [], snippets: [] },
    session: { state: 'none', hubUrl: null, member: null, team: null },
    status: { ...status, hub: 'none' },
  },
  revoked: {
    ...withView({ escalations: [own({ local: 'queued' })] }),
    session: { ...session, state: 'revoked' },
    status: { ...status, hub: 'revoked', queued: 1 },
  },
  'empty-team': { ...withView({ matches: [] }), library: { playbooks: [], snippets: [] } },
  'no-match': withView({ matches: [] }),
  'off-here': withView({ rail: { ...defaultRail, snoozedUntil: 8.64e15 } }),
  snoozed: withView({ rail: { ...defaultRail, mode: 'float', snoozedUntil: now + 3_600_000 } }),
  'not-enabled': withView({
    siteName: null,
    siteEnabled: false,
    matches: [],
    context: {
      ...view.context,
      siteId: null,
      caseId: null,
      fields: [],
      access: 'tab',
      title: 'Ticket 8841 · Helpdesk',
      key: 'https://desk.example.com/tickets/8841',
    },
  }),
  refused: { ...common, status: { ...status, refused: 1, problem: 'The hub does not know this queue.' } },
  others: { ...common, status: { ...status, others: [{ name: 'Mira Novak', count: 2 }] } },
  lost: { ...common, status: { ...status, lost: [17] } },
  damage: { ...common, status: { ...status, lost: [17, 18], queued: 1, hub: 'unreachable' } },
  outdated: { ...common, status: { ...status, needsUpdate: true } },
  newer: { ...common, status: { ...status, database: 'newer' } },
  ...edgeStates,
}
