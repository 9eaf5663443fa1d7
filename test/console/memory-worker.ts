// A worker in memory that speaks the console's part of the protocol by the real rules of the domain. Refuses the rest.
import { changeEscalation, EscalationFault } from '../../lib/domain/escalation.ts'
import { type Client, MessageFailure } from '../../lib/messages/client.ts'
import type { Changed, Collection, MessageName, MessageRequest, MessageResponse } from '../../lib/messages/protocol.ts'
import type { CoachingNote } from '../../lib/schema/coaching.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import type { Flag } from '../../lib/schema/flag.ts'
import type { Member } from '../../lib/schema/member.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { Reading } from '../../lib/schema/receipt.ts'
import type { RunEnding } from '../../lib/schema/run.ts'
import type { Settings } from '../../lib/schema/settings.ts'
import type { Snippet } from '../../lib/schema/snippet.ts'
import type { SessionView, SitesView, StatusView, TeamView } from '../../lib/schema/views.ts'
import { heardAnswers } from './heard-answers.ts'

/** The smallest picture there is: one pixel of WebP. */
const dot = 'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA'

export interface MemoryState {
  session: SessionView
  status: StatusView
  settings: Settings
  inbox: Escalation[]
  /** Newest version last, per playbook. */
  playbooks: Map<string, PlaybookVersion[]>
  team: TeamView
  drafts: Map<string, { text: string; savedAt: number }>
  snippets: Snippet[]
  sites: SitesView
  readings: Reading[]
  flags: Flag[]
  notes: CoachingNote[]
  /** By escalation. */
  endings?: Record<string, RunEnding[]>
}

type Handlers = { [N in MessageName]?: (request: MessageRequest<N>) => MessageResponse<N> }

export interface MemoryWorker extends Client {
  state: MemoryState
  sent: { name: MessageName; request: unknown }[]
  /** The next message of this name is refused like this. */
  refuse(name: MessageName, failure: { code: MessageFailure['code']; message: string }): void
  /** Messages of this name are answered only after `release`. */
  hold(name: MessageName): void
  release(): void
  /** A colleague, or the hub, changes something. */
  change(collections: Collection[], act: (state: MemoryState) => void): void
}

export function createMemoryWorker(state: MemoryState, now: () => number, parse: (id: string, markdown: string) => PlaybookVersion): MemoryWorker {
  const listeners = new Set<(changed: Changed) => void>()
  const sent: MemoryWorker['sent'] = []
  const refusals = new Map<MessageName, ConstructorParameters<typeof MessageFailure>[0]>()
  let entries = 0
  let held: { name: MessageName; until: Promise<void>; release: () => void } | null = null
  const me = () => state.session.member as Member
  const tell = (collections: Collection[]) =>
    queueMicrotask(() => listeners.forEach((listener) => void listener({ name: 'changed', collections, tabId: null })))

  function alter(id: string, make: (entryId: string) => Parameters<typeof changeEscalation>[1]): Escalation {
    const at = state.inbox.findIndex(({ content }) => content.id === id)
    const before = state.inbox[at]
    if (!before) throw new EscalationFault('invalid', 'There is no such escalation.')
    entries += 1
    const after = changeEscalation(before, make(`00000000-0000-7000-8000-${String(entries).padStart(12, '0')}`))
    state.inbox = state.inbox.with(at, after)
    tell(['inbox'])
    return after
  }
  const by = () => ({ id: me().id, name: me().name })

  const handlers: Handlers = {
    'handover.list': () => [],
    'session.get': () => state.session,
    'status.get': () => state.status,
    'settings.get': () => state.settings,
    'settings.set': (change) => {
      state.settings = { ...state.settings, ...change }
      tell(['settings'])
      return state.settings
    },
    'surface.open': () => ({}),
    'inbox.list': () => state.inbox,
    'image.get': () => ({ type: 'image/webp', base64: dot }),
    'inbox.see': ({ id }) => {
      alter(id, (entryId) => ({ kind: 'see', entryId, by: by(), at: now() }))
      return {}
    },
    'inbox.endings': ({ id }) => state.endings?.[id] ?? [],
    'inbox.evidence': ({ id }) => ({ html: `<!doctype html><title>${id}</title>` }),
    'inbox.take': ({ id, revision }) => alter(id, (entryId) => ({ kind: 'take', revision, entryId, by: by(), at: now() })),
    'inbox.ask': ({ id, text }) => alter(id, (entryId) => ({ kind: 'ask', text, entryId, by: by(), at: now() })),
    'inbox.rule': ({ id, outcome, rationale, revision }) =>
      alter(id, (entryId) => ({ kind: 'rule', outcome, rationale, revision, entryId, by: by(), at: now() })),
    'playbook.list': () => [...state.playbooks.values()].map((versions) => versions.at(-1)).filter((version) => version !== undefined),
    'playbook.versions': ({ id }) => (state.playbooks.get(id) ?? []).toReversed(),
    'playbook.get': ({ id, version }) => {
      const versions = state.playbooks.get(id) ?? []
      const found = version === null ? versions.at(-1) : versions.find((known) => known.version === version)
      if (!found) throw new EscalationFault('invalid', 'This device does not have that version.')
      return found
    },
    'playbook.publish': ({ id, markdown, note, base, rollout, confirm }) => {
      const versions = state.playbooks.get(id) ?? []
      const newest = versions.at(-1)?.version ?? null
      if (newest !== base) throw new EscalationFault('conflict', `Version ${newest} was published meanwhile. Nothing was overwritten; your text is kept.`)
      const made = {
        ...parse(id, markdown),
        version: (newest ?? 0) + 1,
        note,
        publishedAt: now(),
        publishedBy: by(),
        ...(rollout ? { rollout } : {}),
        ...(confirm ? { confirmFrom: (newest ?? 0) + 1 } : {}),
      }
      state.playbooks.set(id, [...versions, made])
      tell(['library'])
      return made
    },
    ...heardAnswers(state, by, now, () => tell(['news'])),
    'library.list': () => ({ playbooks: [], snippets: state.snippets }),
    'team.get': () => state.team,
    'site.profiles': () => state.sites,
    'team.invite': ({ role, memberId }) => {
      const member = state.team.members.find(({ id }) => id === memberId)
      const made = { code: 'K7QM-2XRD-9FTW', url: 'http://127.0.0.1:4100/join#K7QM-2XRD-9FTW', expiresAt: now() + 7 * 86_400_000 }
      return { ...made, role: member?.role ?? role, member: member ? { id: member.id, name: member.name } : null }
    },
    'device.revoke': ({ id }) => {
      state.team = { ...state.team, devices: state.team.devices.map((device) => (device.id === id ? { ...device, revokedAt: now() } : device)) }
      return state.team
    },
    'draft.get': ({ key }) => state.drafts.get(key) ?? { text: '', savedAt: null },
    'draft.set': ({ key, text }) => {
      if (text === '') state.drafts.delete(key)
      else state.drafts.set(key, { text, savedAt: now() })
      return {}
    },
  }

  return {
    state,
    sent,
    refuse: (name, failure) => void refusals.set(name, failure),
    hold(name) {
      const { promise: until, resolve: release } = Promise.withResolvers<void>()
      held = { name, until, release }
    },
    release: () => held?.release(),
    change(collections, act) {
      act(state)
      tell(collections)
    },
    async send(name, request) {
      sent.push({ name, request })
      const refusal = refusals.get(name)
      if (refusal) {
        refusals.delete(name)
        throw new MessageFailure(refusal)
      }
      if (held?.name === name) await held.until
      const handle = handlers[name] as ((request: unknown) => unknown) | undefined
      if (!handle) throw new MessageFailure({ code: 'bug', message: `The memory worker does not answer ${name}.` })
      try {
        return handle(request) as MessageResponse<typeof name>
      } catch (cause) {
        if (cause instanceof EscalationFault) throw new MessageFailure({ code: cause.code, message: cause.message })
        throw cause
      }
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
