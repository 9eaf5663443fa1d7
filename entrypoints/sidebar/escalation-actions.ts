// Handing a case over and what follows: saved is said only when the worker said it, and nothing typed is ever lost.
import type { EscalateDraft } from '../../components/escalation/EscalateBar.tsx'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import { draftKey } from './case-actions.ts'
import { openRun } from './shown-run.ts'
import { type Desk, type SidebarState, sentenceOf } from './state.ts'

const draftDelayMs = 300

/** What one click sends: the open run's playbook decides queue and severity, edits decide over it. */
export function draftOf(state: SidebarState): EscalateDraft {
  const document = openRun(state)?.playbook.document
  return { note: '', severity: document?.severity ?? 'S3', queue: document?.queue ?? 'leads', ...state.edits }
}

export function createEscalationActions({ client, get, set }: Desk) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let unkept: { key: string; text: string } | null = null
  // A panel that closes within the delay must not take the last words with it.
  addEventListener('pagehide', flushDraft)
  /** Told when the form that a step opened was sent or given up. */
  let waiting: ((isSent: boolean) => void) | null = null

  function put(own: OwnEscalation) {
    const { view, mine } = get()
    const renew = (list: OwnEscalation[]) => (list.some(({ id }) => id === own.id) ? list.map((known) => (known.id === own.id ? own : known)) : [own, ...list])
    if (view && view.context.key === own.caseKey) set({ view: { ...view, escalations: renew(view.escalations) } })
    if (mine) set({ mine: renew(mine) })
  }

  function keepDraft(note: string) {
    const key = get().view?.context.key
    clearTimeout(timer)
    if (!key) return
    unkept = { key: draftKey(key), text: note }
    timer = setTimeout(flushDraft, draftDelayMs)
  }

  function flushDraft() {
    clearTimeout(timer)
    if (unkept) client.send('draft.set', unkept).catch(() => {})
    unkept = null
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
    clearTimeout(timer)
    unkept = null
    set({ edits: {}, isFormOpen: false, isThreadOpen: false })
    client.send('draft.set', { key: draftKey(view.context.key), text: '' }).catch(() => {})
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
    edit(draft: EscalateDraft) {
      set({ edits: draft })
      keepDraft(draft.note)
    },
    openThread: (isThreadOpen: boolean) => set({ isThreadOpen }),
    async undo(id: string) {
      try {
        const { undone, content } = await client.send('escalation.undo', { id })
        if (undone && content) set({ edits: content, isFormOpen: true, notice: { text: 'Undone. Nothing was sent; what you typed is below.', tone: 'plain' } })
        else if (!undone) set({ notice: { text: 'It had already been sent. It can still be withdrawn.', tone: 'amber' } })
        if (content) keepDraft(content.note)
        put(await client.send('escalation.get', { id }))
      } catch (cause) {
        set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      }
    },
    amend: (id: string, note: string) => attempt(() => client.send('escalation.amend', { id, note, severity: null })),
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
