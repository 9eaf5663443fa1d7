// Handing a case over and what follows: saved is said only when the worker said it, and nothing typed is ever lost.
import type { EscalateDraft } from '../../components/escalation/EscalateBar.tsx'
import { draftKey, type EscalateEdits, giveBack, readEdits, writeEdits } from '../../lib/domain/escalate-edits.ts'
import { type Target, targetOf } from '../../lib/domain/target.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import type { Severity } from '../../lib/schema/playbook.ts'
import { newestOf, putAwayKey, toRead } from './case-actions.ts'
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
  /** The step that opened the form, on the case `key`: told when that form was sent or given up. */
  let waiting: { key: string; tell: (isSent: boolean) => void } | null = null

  function tellStep(isSent: boolean) {
    waiting?.tell(isSent)
    waiting = null
  }

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
    const { view, tabId, session, status, isSending, openRunId, edits } = get()
    if (!view || isSending) return false
    if (session?.state === 'none' || status?.hub === 'none') {
      set({ needsTeam: true })
      return false
    }
    set({ isSending: true, needsTeam: false })
    const { key } = view.context
    const request = { tabId, caseKey: key, ...draft, note: draft.note.trim(), runId: openRunId }
    const isSaved = await attempt(() => client.send('escalation.create', request))
    set({ isSending: false })
    if (isSaved) await forget(key, edits)
    return isSaved
  }

  /** Takes what was sent out of the form and out of the draft of its case, and nothing else: what was typed meanwhile stays. */
  async function forget(key: string, sent: EscalateEdits) {
    const { view, edits } = get()
    if (view?.context.key !== key) {
      const kept = readEdits(await drafts.load(draftKey(key)))
      if (writeEdits(kept) === writeEdits(sent)) drafts.keep(draftKey(key), '')
    } else if (writeEdits(edits) === writeEdits(sent)) {
      set({ edits: {}, isFormOpen: false, isThreadOpen: false })
      drafts.keep(draftKey(key), '')
    } else set({ isThreadOpen: false, notice: { text: 'Saved without what you typed since. Your words are kept below.', tone: 'plain' } })
  }

  /** What an undone escalation said goes back to its own case, which need not be the one on screen. */
  async function restore(id: string, undone: EscalateEdits) {
    const { view, mine, edits } = get()
    const caseKey = [...(view?.escalations ?? []), ...(mine ?? [])].find((own) => own.id === id)?.caseKey ?? view?.context.key
    if (caseKey === undefined) return
    if (caseKey === view?.context.key) {
      setEdits(giveBack(edits, undone))
      return set({ isFormOpen: true, notice: { text: 'Undone. Nothing was sent; what you typed is below.', tone: 'plain' } })
    }
    const key = draftKey(caseKey)
    drafts.keep(key, writeEdits(giveBack(readEdits(await drafts.load(key)), undone)))
    set({ notice: { text: 'Undone. Nothing was sent; what you typed is kept for its case.', tone: 'plain' } })
  }

  /** The draft of this case was sent by a key, or came back by the Undo of its notification. What was typed since stays. */
  async function hearDraft() {
    const { view, edits } = get()
    if (!view) return
    const { key } = view.context
    const kept = await drafts.load(draftKey(key))
    if (get().view?.context.key !== key || get().edits !== edits || kept === writeEdits(edits)) return
    const known = readEdits(kept)
    if (kept === '') {
      set({ edits: {}, isFormOpen: false })
      if (waiting?.key === key) tellStep(true)
    } else if (known.note?.includes(edits.note ?? '')) set({ edits: { ...edits, ...known } })
  }

  return {
    hearDraft,
    async send(): Promise<boolean> {
      const { view, isFormOpen } = get()
      // The case has changed since a step opened the form: that form is gone, and this is another one.
      if (waiting && (!isFormOpen || waiting.key !== view?.context.key)) tellStep(false)
      const step = waiting
      const isSent = await send(draftOf(get()))
      if (isSent && step && waiting === step) tellStep(true)
      return isSent
    },
    /** A step's target: sent at once, or shown in the form first. Answers once it was sent, or given up. */
    async toTarget(target: Pick<EscalateDraft, 'queue' | 'severity'>, isNow: boolean): Promise<boolean> {
      if (isNow) {
        const isSent = await send({ ...draftOf(get()), ...target })
        // The form went with it, and so did what another step had opened it for.
        if (isSent) tellStep(false)
        return isSent
      }
      const key = get().view?.context.key
      if (key === undefined) return false
      tellStep(false)
      setEdits({ ...get().edits, ...target })
      set({ isFormOpen: true })
      return new Promise((tell) => {
        waiting = { key, tell }
      })
    },
    openForm(isFormOpen: boolean) {
      set({ isFormOpen })
      tellStep(false)
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
          await restore(id, content)
        } else if (!undone) set({ notice: { text: 'It had already been sent. It can still be withdrawn.', tone: 'amber' } })
        put(await client.send('escalation.get', { id }))
      } catch (cause) {
        set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      }
    },
    amend: (id: string, note: string, severity: Severity | null) => attempt(() => client.send('escalation.amend', { id, note, severity })),
    withdraw: (id: string, reason: string) => attempt(() => client.send('escalation.withdraw', { id, reason })),
    answer: (id: string, text: string) => attempt(() => client.send('escalation.answer', { id, text })),
    /** `open`: the one to lay open. */
    async listMine(open?: string) {
      set({ screen: 'mine', ...(open ? { mineId: open } : {}) })
      try {
        set({ mine: await client.send('escalation.list', {}) })
      } catch (cause) {
        set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      }
    },
  }
}
