// A worker in memory behind the same client interface: the real rules of lib/domain, a fixture for a database, no hub.

import { showStep } from '../../../lib/domain/change-step.ts'
import { closeRun, reopenRun } from '../../../lib/domain/close-run.ts'
import { runEvidence } from '../../../lib/domain/evidence.ts'
import { changeHabits, sortByHabits } from '../../../lib/domain/habits.ts'
import { moveRun, undoMove } from '../../../lib/domain/migrate-run.ts'
import { startRun, valuesOf } from '../../../lib/domain/run.ts'
import { undoChange } from '../../../lib/domain/run-records.ts'
import type { Client } from '../../../lib/messages/client.ts'
import type { Changed, MessageName, MessageRequest, MessageResponse } from '../../../lib/messages/protocol.ts'
import type { EscalationStatus, OwnEscalation, WaitingWord } from '../../../lib/schema/escalation.ts'
import { noHabits } from '../../../lib/schema/habits.ts'
import type { OwnSnippet } from '../../../lib/schema/own-snippet.ts'
import type { Severity } from '../../../lib/schema/playbook.ts'
import type { Run } from '../../../lib/schema/run.ts'
import { defaultRail, defaultSettings } from '../../../lib/schema/settings.ts'
import type { CaseView, RunView } from '../../../lib/schema/views.ts'
import { own, session } from './case-fixture.ts'
import { cases, colleagues, handover } from './handover-fixture.ts'
import { proofAnswers } from './memory-proofs.ts'
import { answersOfNews } from './news-answers.ts'
import { nextVersion } from './next-version.ts'
import { checklist, counterfeit } from './playbook-fixture.ts'
import type { GalleryState } from './states.ts'

export type Answers = { [N in MessageName]?: (request: MessageRequest<N>) => MessageResponse<N> }

export interface MemoryWorker extends Client {
  /** Messages asked for, newest last. */
  heard: { name: string; request: unknown }[]
  /** When set, every message is refused with this sentence. */
  failure: string | null
  insertArrives: boolean
  /** Messages of this name are answered only after `release`. */
  hold(name: MessageName): void
  release(): void
  /** What `case.get` answers, for tests to change before they announce it. */
  view: CaseView
  announce(collections: Changed['collections']): void
}

export function createMemoryWorker(state: GalleryState): MemoryWorker {
  const { view } = state
  let settings = defaultSettings
  let habits = noHabits
  let ownSnippets: OwnSnippet[] = []
  const drafts = new Map<string, string>()
  const listeners = new Set<(changed: Changed) => void>()
  const playbooks = [counterfeit, checklist]
  let held: { name: MessageName; until: Promise<void>; release: () => void } | null = null

  function changed(runId: string, change: (view: RunView) => Run): RunView {
    const index = view.runs.findIndex(({ run }) => run.id === runId)
    const known = view.runs[index]!
    view.runs[index] = { ...known, run: change(known) }
    return view.runs[index]
  }

  function put(next: RunView): RunView {
    view.runs[view.runs.findIndex(({ run }) => run.id === next.run.id)] = next
    return next
  }

  function change(id: string, status: EscalationStatus, severity: Severity | null = null): OwnEscalation {
    const index = view.escalations.findIndex((own) => own.id === id)
    const own = view.escalations[index]!
    view.escalations[index] = { ...own, record: own.record && { ...own.record, status, severity: severity ?? own.record.severity } }
    return view.escalations[index]
  }

  /** What an agent says reaches the hub at once, or waits on this device while the hub is away. */
  function say(id: string, word: Omit<WaitingWord, 'id' | 'at'>, status: EscalationStatus): OwnEscalation {
    if (state.status.hub !== 'unreachable') return change(id, status, word.severity)
    const index = view.escalations.findIndex((own) => own.id === id)
    const own = view.escalations[index]!
    view.escalations[index] = { ...own, waiting: [...(own.waiting ?? []), { ...word, id: crypto.randomUUID(), at: Date.now() }] }
    return view.escalations[index]
  }

  const answers: Answers = {
    'case.get': () => {
      if (state.failure) throw new Error(state.failure)
      return structuredClone(view)
    },
    'case.list': () => cases,
    'member.list': () => colleagues,
    'handover.create': () => handover('from-me', { local: 'held', sendAfter: Date.now() + 5000, record: null }),
    'library.list': () => state.library,
    'session.get': () => state.session,
    'status.get': () => state.status,
    'settings.get': () => settings,
    'settings.set': (change) => {
      settings = { ...settings, ...change }
      return settings
    },
    'habits.get': () => habits,
    'habits.change': ({ change }) => {
      habits = changeHabits(habits, change)
      const { shown, away } = sortByHabits([...view.matches, ...(view.putAway ?? [])], habits, view.context.key)
      Object.assign(view, { matches: shown, putAway: away })
      worker.announce(['case'])
      return habits
    },
    'draft.get': ({ key }) => ({ text: drafts.get(key) ?? '', savedAt: null }),
    'draft.set': ({ key, text }) => {
      drafts.set(key, text)
      return {}
    },
    'run.start': ({ caseKey, playbookId }) => {
      const playbook = playbooks.find(({ id }) => id === playbookId)!
      const run = startRun({ id: crypto.randomUUID(), caseKey, playbook, memberId: null, now: Date.now() })
      view.runs.push({ run, playbook, newer: null })
      return view.runs.at(-1)!
    },
    'run.set': ({ runId, change }) =>
      changed(runId, ({ run, playbook: { document } }) => showStep(run, document, change, valuesOf(view.context.fields, document, run), Date.now())),
    'run.close': ({ runId, reason }) =>
      changed(runId, ({ run, playbook: { document } }) => closeRun(run, document, valuesOf(view.context.fields, document, run), { now: Date.now(), reason })),
    'run.undo': ({ runId, ...last }) => changed(runId, ({ run }) => undoChange(run, last, Date.now())),
    ...proofAnswers(view, changed),
    'run.reopen': ({ runId }) => changed(runId, ({ run }) => reopenRun(run, Date.now())),
    'run.move': ({ runId }) => {
      const known = view.runs.find(({ run }) => run.id === runId)!
      const next = nextVersion(known.rollout ?? 'next-case')
      const at = { at: Date.now(), mayUndo: known.rollout !== 'critical-stop' }
      return put({ run: moveRun(known.run, known.playbook.document, next, 'agent', at), playbook: next, newer: null })
    },
    'run.stay': ({ runId }) => {
      const run = undoMove(view.runs.find(({ run }) => run.id === runId)!.run)
      return put({ run, playbook: counterfeit, newer: 4 })
    },
    'run.seen': ({ runId }) => changed(runId, ({ run }) => ({ ...run, move: { ...run.move!, seenAt: Date.now() } })),
    'playbook.get': ({ version }) => (version === 4 ? nextVersion('next-case') : counterfeit),
    'own-snippet.list': () => ownSnippets,
    'own-snippet.save': ({ id = crypto.randomUUID(), title, body }) => {
      const saved = { id, memberId: null, title, body, createdAt: Date.now(), updatedAt: Date.now() }
      ownSnippets = [...ownSnippets.filter((one) => one.id !== id), saved]
      worker.announce(['own-snippets'])
      return saved
    },
    'own-snippet.remove': ({ id }) => {
      ownSnippets = ownSnippets.filter((one) => one.id !== id)
      worker.announce(['own-snippets'])
      return {}
    },
    'snippet.used': () => ({}),
    'search.missed': () => ({}),
    'usage.get': () => ({ snippets: [], searches: [] }),
    'snippet.insert': ({ text }) => ({ arrived: worker.insertArrives, text, reason: worker.insertArrives ? '' : 'The reply box did not take the text.' }),
    'escalation.create': ({ note, severity, queue, runId }) => {
      const made = own({ sendAfter: Date.now() + 5000 })
      const open = view.runs.find(({ run }) => run.id === runId)
      const run = open ? runEvidence(open.run, open.playbook.document, valuesOf(view.context.fields, open.playbook.document, open.run)) : null
      view.escalations.unshift({ ...made, content: { ...made.content, note, severity, queue, run } })
      return view.escalations[0]!
    },
    'escalation.undo': ({ id }) => {
      const { note, severity, queue } = view.escalations[0]!.content
      view.escalations[0] = { ...view.escalations[0]!, local: 'undone' }
      return { undone: true, content: { note, severity, queue }, id }
    },
    'escalation.get': () => view.escalations[0]!,
    'escalation.answer': ({ id, text }) => say(id, { kind: 'answer', text, severity: null }, 'taken'),
    'escalation.withdraw': ({ id, reason: text }) => say(id, { kind: 'withdraw', text, severity: null }, 'withdrawn'),
    'escalation.amend': ({ id, note: text, severity }) => say(id, { kind: 'amend', text, severity }, 'taken'),
    'escalation.list': () => view.escalations,
    'site.list': () => [
      { origin: 'https://desk.example.com', profile: 'Demo desk', enabled: true, granted: true, rail: defaultRail, enabledAt: 1 },
      { origin: 'https://chat.example.com', profile: null, enabled: true, granted: true, rail: { ...defaultRail, snoozedUntil: 8.64e15 }, enabledAt: 1 },
      { origin: 'https://rt.example.com', profile: 'Request Tracker', enabled: false, granted: false, rail: defaultRail, enabledAt: null },
    ],
    'session.join': () => {
      state.session = session
      return session
    },
    'rail.set': ({ rail }) => {
      view.rail = { ...(view.rail ?? defaultRail), ...rail }
      worker.announce(['sites'])
      return view.rail
    },
    'rail.close': () => ({}),
    ...answersOfNews(state, () => worker.announce(['news'])),
    'surface.open': () => ({}),
    'outbox.retry': () => state.status,
    'outbox.dismiss': ({ what }) => {
      state.status = { ...state.status, ...(what === 'lost' ? { lost: [] } : { refused: 0 }), problem: null }
      return state.status
    },
    'outbox.export': () => ({ fileName: 'unsent.json', json: '[]', text: 'Nothing', count: 0 }),
  }

  const worker: MemoryWorker = {
    heard: [],
    failure: null,
    insertArrives: true,
    hold(name) {
      const { promise: until, resolve: release } = Promise.withResolvers<void>()
      held = { name, until, release }
    },
    release: () => held?.release(),
    async send(name, request) {
      worker.heard.push({ name, request })
      if (held?.name === name) await held.until
      if (worker.failure) throw new Error(worker.failure)
      const answer = answers[name] as ((request: unknown) => MessageResponse<typeof name>) | undefined
      if (!answer) throw new Error(`The gallery has no answer for ${name}.`)
      return structuredClone(answer(request))
    },
    view,
    announce: (collections) => {
      for (const listener of listeners) listener({ name: 'changed', collections, tabId: null })
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  if (state.holds) worker.hold(state.holds)
  return worker
}
