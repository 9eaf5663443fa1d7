// Asking the worker what is on screen in this tab, one question at a time.
import type { CaseView } from '../../lib/schema/views.ts'
import { type Desk, freshCase, type SidebarState, sentenceOf } from './state.ts'

/** The run to show without being asked: the open one that was worked on last. */
function openRunOf({ runs }: CaseView): string | null {
  const open = runs.filter(({ run }) => run.closedAt === null).sort((a, b) => b.run.updatedAt - a.run.updatedAt)
  return open[0]?.run.id ?? null
}

export const draftKey = (caseKey: string) => `escalate:${caseKey}`

export function createCaseActions({ client, get, set }: Desk) {
  let asking: Promise<void> | null = null
  let isStale = false

  async function ask(): Promise<void> {
    const { tabId, view: before } = get()
    try {
      const view = await withMade(await client.send('case.get', { tabId }))
      if (get().tabId !== tabId) return
      if (view.context.key === before?.context.key) return set({ view, fault: null })
      set({ ...freshCase, view, fault: null, openRunId: openRunOf(view), isThreadOpen: needsReading(view) })
      const draft = await client.send('draft.get', { key: draftKey(view.context.key) })
      if (draft.text !== '' && get().view?.context.key === view.context.key && get().edits.note === undefined)
        set({ edits: { ...get().edits, note: draft.text } })
    } catch (cause) {
      if (get().tabId === tabId) set({ fault: sentenceOf(cause) })
    }
  }

  async function withMade(view: CaseView): Promise<CaseView> {
    const { madeIds, view: before } = get()
    if (view.context.key !== before?.context.key) return view
    const unlisted = madeIds.filter((made) => !view.escalations.some(({ id }) => id === made))
    const made = await Promise.all(unlisted.map((id) => client.send('escalation.get', { id })))
    return made.length === 0 ? view : { ...view, escalations: [...made, ...view.escalations] }
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
    go: (screen: SidebarState['screen']) => set({ screen }),
    dismiss: () => set({ notice: null, insert: null }),
  }
}

/** A question waits for the agent, or a ruling has arrived: the thread opens by itself. */
function needsReading({ escalations }: CaseView): boolean {
  const status = escalations.find(({ local }) => local !== 'undone')?.record?.status
  return status === 'asked' || status === 'ruled'
}
