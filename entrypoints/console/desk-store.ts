// The console's cache of the worker's answers and nothing else: it never persists, never syncs, and asks again when told to.
import { createStore } from 'zustand/vanilla'
import type { Collection, MessageName, MessageRequest, MessageResponse } from '../../lib/messages/protocol.ts'
import type { CoachingNote } from '../../lib/schema/coaching.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import type { Failure } from '../../lib/schema/failure.ts'
import type { Flag } from '../../lib/schema/flag.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { Settings } from '../../lib/schema/settings.ts'
import type { SessionView, SitesView, StatusView, TeamView } from '../../lib/schema/views.ts'
import { failureOf } from './failure.ts'
import { keepUnchanged } from './keep-unchanged.ts'

export interface DeskClient {
  send<N extends MessageName>(name: N, request: MessageRequest<N>): Promise<MessageResponse<N>>
}

export interface DeskParts {
  session: SessionView
  status: StatusView
  settings: Settings
  inbox: Escalation[]
  playbooks: PlaybookVersion[]
  team: TeamView
  sites: SitesView
  flags: Flag[]
  notes: CoachingNote[]
}
export type PartName = keyof DeskParts

export type DeskState = { [P in PartName]: DeskParts[P] | null } & {
  faults: Partial<Record<PartName, Failure>>
  /** Counts what was heard of receipts, flags and notes, for what is asked of the hub itself. */
  heard: number
}

const question = {
  session: 'session.get',
  status: 'status.get',
  settings: 'settings.get',
  inbox: 'inbox.list',
  playbooks: 'playbook.list',
  team: 'team.get',
  sites: 'site.profiles',
  flags: 'flag.list',
  notes: 'note.list',
} as const satisfies Record<PartName, MessageName>

/** What has to be asked again when a collection moved. */
const moved: Partial<Record<Collection, PartName[]>> = {
  session: ['session', 'status', 'inbox', 'playbooks', 'sites', 'flags', 'notes'],
  status: ['status'],
  settings: ['settings'],
  inbox: ['inbox'],
  escalations: ['inbox'],
  library: ['playbooks'],
  team: ['team'],
  sites: ['sites'],
  news: ['flags', 'notes'],
}

export function createDeskStore(client: DeskClient) {
  const store = createStore<DeskState>(() => ({
    ...{ session: null, status: null, settings: null, inbox: null, playbooks: null, team: null, sites: null, flags: null, notes: null },
    ...{ faults: {}, heard: 0 },
  }))
  const asking = new Map<PartName, Promise<void>>()
  const stale = new Set<PartName>()

  async function ask(part: PartName) {
    try {
      const answer = await client.send(question[part], {})
      store.setState((state) => ({ [part]: keepUnchanged(state[part], answer), faults: { ...state.faults, [part]: undefined } }))
    } catch (cause) {
      store.setState((state) => ({ faults: { ...state.faults, [part]: failureOf(cause) } }))
    }
  }

  /** One question at a time per part; a change that arrives meanwhile is asked for once more afterwards. */
  function load(part: PartName): Promise<void> {
    const current = asking.get(part)
    if (current) {
      stale.add(part)
      return current
    }
    const round = ask(part).then(() => {
      asking.delete(part)
      if (stale.delete(part)) return load(part)
    })
    asking.set(part, round)
    return round
  }

  return {
    ...store,
    load,
    /** Asks again for what moved, but only for parts that a screen has asked for before. */
    onChanged(collections: readonly Collection[]) {
      if (collections.includes('news')) store.setState((state) => ({ heard: state.heard + 1 }))
      const parts = new Set(collections.flatMap((collection) => moved[collection] ?? []))
      for (const part of parts) {
        const { [part]: known, faults } = store.getState()
        if (known !== null || faults[part] || asking.has(part)) void load(part)
      }
    },
    /** Puts an answer that is newer than the list into the list at once. */
    put(record: Escalation) {
      store.setState((state) => ({ inbox: state.inbox?.map((row) => (row.content.id === record.content.id ? record : row)) ?? null }))
    },
  }
}
export type DeskStore = ReturnType<typeof createDeskStore>
