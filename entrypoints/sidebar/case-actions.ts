// Asking the worker what is on screen in this tab, one question at a time.
import { leadWord } from '../../components/escalation/lead-word.ts'
import { draftKey, readEdits } from '../../lib/domain/escalate-edits.ts'
import type { ThreadEntry } from '../../lib/schema/escalation.ts'
import type { CaseView } from '../../lib/schema/views.ts'
import { type Desk, freshCase, type SidebarState, sentenceOf } from './state.ts'

/** The run to show without being asked: the open one that was worked on last. */
function openRunOf({ runs }: CaseView): string | null {
  const open = runs.filter(({ run }) => run.closedAt === null).sort((a, b) => b.run.updatedAt - a.run.updatedAt)
  return open[0]?.run.id ?? null
}

export const putAwayKey = (escalationId: string) => `put-away:${escalationId}`

export function createCaseActions({ client, drafts, get, set }: Desk) {
  let asking: Promise<void> | null = null
  let isStale = false

  async function ask(): Promise<void> {
    const { tabId, view: before } = get()
    try {
      const view = await client.send('case.get', { tabId })
      if (get().tabId !== tabId) return
      // Another member may have come meanwhile, to whom nothing of before belongs.
      if (before && get().view && view.context.key === before.context.key) {
        const word = toRead(view)
        const isNews = word !== null && word.id !== toRead(before)?.id
        return set({ view: withNewerRuns(view, before), fault: null, ...(isNews ? { isThreadOpen: true } : {}) })
      }
      set({ ...freshCase, view, fault: null, openRunId: openRunOf(view) })
      await recall(view)
    } catch (cause) {
      if (get().tabId === tabId) set({ fault: sentenceOf(cause) })
    }
  }

  /** A change that was answered meanwhile is newer than this answer; that it happened is a reason to ask once more, which is under way. */
  function withNewerRuns(view: CaseView, before: CaseView): CaseView {
    const shown = get().view
    return shown?.context.key === view.context.key && shown.runs !== before.runs ? { ...view, runs: shown.runs } : view
  }

  /** What was typed on this case before, and whether a lead's word is still to be read. */
  async function recall(view: CaseView): Promise<void> {
    const word = toRead(view)
    const newest = newestOf(view)
    const [kept, putAway] = await Promise.all([drafts.load(draftKey(view.context.key)), word && newest ? drafts.load(putAwayKey(newest.id)) : ''])
    const state = get()
    if (state.view?.context.key !== view.context.key) return
    set({ edits: { ...readEdits(kept), ...state.edits }, ...(word !== null && word.id !== putAway ? { isThreadOpen: true } : {}) })
  }

  /** A change that arrives while an answer is under way is asked for once more afterwards. */
  function refresh(): Promise<void> {
    if (asking) {
      isStale = true
      return asking
    }
    asking = ask().then(() => {
      asking = null
      if (!isStale) return
      isStale = false
      return refresh()
    })
    return asking
  }

  return {
    refresh,
    show(tabId: number | null, isPrivate: boolean): Promise<void> {
      if (tabId !== get().tabId) set({ ...freshCase, tabId, view: null, fault: null, screen: 'case' })
      set({ isPrivate })
      return refresh()
    },
    go: (screen: SidebarState['screen']) => set({ screen, handing: null }),
    dismiss: () => set({ notice: null }),
  }
}

export function newestOf({ escalations }: CaseView) {
  return escalations.find(({ local }) => local !== 'undone') ?? null
}

/** A question waits for the agent, or a ruling has arrived: the thread opens by itself, until the agent puts that word away. */
export function toRead(view: CaseView): ThreadEntry | null {
  const newest = newestOf(view)
  return newest && leadWord(newest)
}
