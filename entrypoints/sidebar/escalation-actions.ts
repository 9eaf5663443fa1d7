// Handing a case over and what follows: saved is said only when the worker said it, and nothing typed is ever lost.
import type { EscalateDraft } from '../../components/escalation/EscalateBar.tsx'
import { type EscalateEdits, writeEdits } from '../../components/escalation/escalate-edits.ts'
import { type Target, targetOf } from '../../lib/domain/target.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import type { Severity } from '../../lib/schema/playbook.ts'
import { draftKey, newestOf, putAwayKey, toRead } from './case-actions.ts'
import { openRun } from './shown-run.ts'
import { type Desk, type SidebarState, sentenceOf } from './state.ts'

export function defaultTarget(state: SidebarState): Target {
  return targetOf(openRun(state)?.playbook.document ?? null, state.view?.matches ?? [])
}

/** What one click sends: edits decide over what the playbook says. */
export function draftOf(state: SidebarState): EscalateDraft {
  const { queue, severity } = defaultTarget(state)
  const { edits } = state
  return { note: edits.note ?? '', severity: edits.severity ?? severity, queue: edits.queue ?? queue }
}

export function createEscalationActions({ client, drafts, get, set }: Desk) {
  /** Told when the form that a step opened was sent or given up. */
  let waiting: ((isSent: boolean) => void) | null = null

  function put(own: OwnEscalation) {
    const { view, mine } = get()
    const renew = (list: OwnEscalation[]) => (list.some(({ id }) => id === own.id) ? list.map((known) => (known.id === own.id ? own : known)) : [own, ...list])
    if (view && view.context.key === own.caseKey) set({ view: { ...view, escalations: renew(view.escalations) } })
    if (mine) set({ mine: renew(mine) })
  }

  function setEdits(edits: EscalateEdits) {
    set({ edits })
    const key = get().view?.context.key
    if (key) drafts.keep(draftKey(key), writeEdits(edits))
  }

  async function attempt(work: () => Promise<OwnEscalation>): Promise<boolean> {
    try {
      put(await work())
      set({ notice: null })
      return true
    } catch (cause) {
      set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      return false
    }
  }

  async function send(draft: EscalateDraft): Promise<boolean> {
    const { view, tabId, session, status, isSending, openRunId } = get()
    if (!view || isSending) return false
    if (session?.state === 'none' || status?.hub === 'none') {
      set({ needsTeam: true })
      return false
    }
    set({ isSending: true, needsTeam: false })
    const request = { tabId, caseKey: view.context.key, ...draft, note: draft.note.trim(), runId: openRunId }
    const isSaved = await attempt(async () => {
      const own = await client.send('escalation.create', request)
      set({ madeIds: [own.id, ...get().madeIds] })
      return own
    })
    set({ isSending: false })
    if (!isSaved) return false
    set({ edits: {}, isFormOpen: false, isThreadOpen: false })
    drafts.keep(draftKey(view.context.key), '')
    waiting?.(true)
    waiting = null
    return true
  }

  return {
    send: () => send(draftOf(get())),
    /** A step's target: sent at once, or shown in the form first. Answers once it was sent, or given up. */
    toTarget(target: Pick<EscalateDraft, 'queue' | 'severity'>, isNow: boolean): Promise<boolean> {
      if (isNow) return send({ ...draftOf(get()), ...target })
      waiting?.(false)
      set({ edits: { ...get().edits, ...target }, isFormOpen: true })
      return new Promise((resolve) => {
        waiting = resolve
      })
    },
    openForm(isFormOpen: boolean) {
      set({ isFormOpen })
      if (isFormOpen) return
      waiting?.(false)
      waiting = null
    },
    /** The library has no answer: said to the lead with the case, in words that the agent may change before sending. */
    tellMissing(query: string) {
      const { edits } = get()
      const said = `Missing in the library: ${query}`
      setEdits({ ...edits, note: edits.note?.trim() ? `${edits.note.trimEnd()}\n${said}` : said })
      set({ isFormOpen: true })
    },
    edit: (change: Partial<EscalateDraft>) => setEdits({ ...get().edits, ...change }),
    /** A word of a lead that was put away stays away; the next one opens the thread again. */
    openThread(isThreadOpen: boolean) {
      set({ isThreadOpen })
      const { view } = get()
      const newest = view && newestOf(view)
      if (newest) drafts.keep(putAwayKey(newest.id), isThreadOpen ? '' : (toRead(view)?.id ?? ''))
    },
    async undo(id: string) {
      try {
        const { undone, content } = await client.send('escalation.undo', { id })
        if (undone && content) {
          setEdits(content)
          set({ isFormOpen: true, notice: { text: 'Undone. Nothing was sent; what you typed is below.', tone: 'plain' } })
        } else if (!undone) set({ notice: { text: 'It had already been sent. It can still be withdrawn.', tone: 'amber' } })
        put(await client.send('escalation.get', { id }))
      } catch (cause) {
        set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      }
    },
    amend: (id: string, note: string, severity: Severity | null) => attempt(() => client.send('escalation.amend', { id, note, severity })),
    withdraw: (id: string, reason: string) => attempt(() => client.send('escalation.withdraw', { id, reason })),
    answer: (id: string, text: string) => attempt(() => client.send('escalation.answer', { id, text })),
    async listMine() {
      set({ screen: 'mine' })
      try {
        set({ mine: await client.send('escalation.list', {}) })
      } catch (cause) {
        set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      }
    },
  }
}
