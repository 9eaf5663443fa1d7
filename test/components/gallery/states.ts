// Every state of the panel that a person can meet, by name: what the worker answers in it.
import { moveRun } from '../../../lib/domain/migrate-run.ts'
import { changeStep, closeRun, startRun, valuesOf } from '../../../lib/domain/run.ts'
import type { PlaybookVersion } from '../../../lib/schema/playbook.ts'
import type { StepChange } from '../../../lib/schema/run.ts'
import { defaultRail } from '../../../lib/schema/settings.ts'
import type { CaseView, Library, RunView, SessionView, StatusView } from '../../../lib/schema/views.ts'
import { answered, lead, library, now, own, record, session, status, view } from './case-fixture.ts'
import { nextVersion } from './next-version.ts'
import { checklist, counterfeit, handover } from './playbook-fixture.ts'

export interface GalleryState {
  view: CaseView
  library: Library
  session: SessionView
  status: StatusView
}

const common: GalleryState = { view, library, session, status }
const withView = (change: Partial<CaseView>): GalleryState => ({ ...common, view: { ...view, ...change } })

function run(playbook: PlaybookVersion, changes: StepChange[], newer: number | null = null): RunView {
  const { document } = playbook
  let run = startRun({ id: '00000000-0000-7000-8000-000000000f01', caseKey: view.context.key, playbook, memberId: null, now })
  for (const change of changes) run = changeStep(run, document, change, valuesOf(view.context.fields, document, run), now)
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
  'run-density': withView({ runs: [run(checklist, [{ stepId: 'step-0', state: 'done' }])] }),
  'run-handover': withView({ runs: [run(handover, [])] }),
  'run-closed': withView({ runs: [{ ...closed, run: { ...closeRun(closed.run, checklist.document, {}, now), closedAt: null } }] }),
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
}
