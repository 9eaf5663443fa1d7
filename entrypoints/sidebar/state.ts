// What the panel holds while it is open: the worker's last answers and what is on screen. Nothing here outlives the page.
import type { TextKeeper } from '../../components/escalation/text-keeper.ts'
import type { StepSave } from '../../components/run/step-props.ts'
import type { InsertOutcome } from '../../components/snippet/InsertNote.tsx'
import type { EscalateEdits } from '../../lib/domain/escalate-edits.ts'
import type { Way } from '../../lib/domain/standing.ts'
import type { Client } from '../../lib/messages/client.ts'
import type { CaseRow, MyCases } from '../../lib/schema/cases.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import { type Habits, noHabits } from '../../lib/schema/habits.ts'
import { type News, noNews } from '../../lib/schema/news.ts'
import type { OwnSnippet } from '../../lib/schema/own-snippet.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { StepChange } from '../../lib/schema/run.ts'
import type { Settings } from '../../lib/schema/settings.ts'
import type { CaseView, Library, SessionView, StatusView } from '../../lib/schema/views.ts'
import type { Surface } from './surface.ts'

export type Screen = 'case' | 'cases' | 'handover' | 'mine' | 'news' | 'own-snippets' | 'keys' | 'about' | 'reading'

/** An own snippet being written; without `id` a new one. */
export interface OwnDraft {
  id?: string
  title: string
  body: string
}

/** A change that was asked for and that the worker has not answered yet. */
export interface PendingChange {
  runId: string
  change: StepChange
}

export interface SidebarState {
  surface: Surface
  tabId: number | null
  isPrivate: boolean
  screen: Screen
  view: CaseView | null
  /** Why the case could not be read. */
  fault: string | null
  session: SessionView | null
  status: StatusView | null
  settings: Settings | null
  library: Library | null
  habits: Habits
  /** Versions looked up to be compared, by playbook id and version. */
  versions: Record<string, Record<number, PlaybookVersion>>
  openRunId: string | null
  /** Runs that were on screen before the open one, the last one last. */
  behind: string[]
  snippetId: string | null
  /** The member's own snippets. */
  own: OwnSnippet[]
  ownDraft: OwnDraft | null
  pending: PendingChange[]
  /** By run id and step id. */
  saves: Record<string, Record<string, StepSave>>
  /** What differs from the defaults in the Escalate bar. */
  edits: EscalateEdits
  isFormOpen: boolean
  isSending: boolean
  needsTeam: boolean
  isThreadOpen: boolean
  mine: OwnEscalation[] | null
  cases: MyCases | null
  /** Counts what may have changed My cases. */
  casesMoved: number
  /** Cases to be handed over at once; null for the one on screen. */
  handing: CaseRow[] | null
  /** The own escalation that is laid open in that list. */
  mineId: string | null
  news: News
  insert: InsertOutcome | null
  enableFault: string | null
  /** The last thing that went wrong or happened, in a sentence. */
  notice: { text: string; tone: 'plain' | 'amber' | 'red'; offersPanel?: boolean } | null
}

/** What every group of actions is given. */
export interface Desk {
  client: Client
  drafts: TextKeeper
  get: () => SidebarState
  set: (part: Partial<SidebarState>) => void
  now: () => number
}

export const emptyState: Omit<SidebarState, 'surface' | 'tabId'> = {
  isPrivate: false,
  screen: 'case',
  view: null,
  fault: null,
  session: null,
  status: null,
  settings: null,
  library: null,
  versions: {},
  habits: noHabits,
  openRunId: null,
  behind: [],
  snippetId: null,
  own: [],
  ownDraft: null,
  pending: [],
  saves: {},
  edits: {},
  isFormOpen: false,
  isSending: false,
  needsTeam: false,
  isThreadOpen: false,
  mine: null,
  cases: null,
  casesMoved: 0,
  handing: null,
  mineId: null,
  news: noNews,
  insert: null,
  enableFault: null,
  notice: null,
}

/** What belongs to one case and goes when another case comes. */
export const freshCase: Partial<SidebarState> = {
  openRunId: null,
  behind: [],
  snippetId: null,
  edits: {},
  isFormOpen: false,
  needsTeam: false,
  isThreadOpen: false,
  insert: null,
  enableFault: null,
  notice: null,
}

/** Whether what is saved leaves this device by itself now. */
export function wayOf({ session, status }: SidebarState): Way {
  const state = session?.state ?? 'active'
  return state === 'active' && status?.hub === 'unreachable' ? 'unreachable' : state
}

export function sentenceOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'Something went wrong. Nothing that was saved is lost.'
}
