// Working through a run: every change goes to the worker at once, and is called saved only when it answered.
import type { StepSave } from '../../components/run/step-props.ts'
import type { Proof, TypedProof } from '../../lib/schema/proof.ts'
import type { StepChange } from '../../lib/schema/run.ts'
import type { RunView } from '../../lib/schema/views.ts'
import { type Desk, sentenceOf } from './state.ts'

export function createRunActions({ client, get, set }: Desk) {
  function put(answer: RunView) {
    const { view } = get()
    if (!view || view.context.key !== answer.run.caseKey) return
    const others = view.runs.filter(({ run }) => run.id !== answer.run.id)
    set({ view: { ...view, runs: [...others, answer] } })
  }

  function mark(runId: string, stepId: string, save: StepSave) {
    const { saves } = get()
    set({ saves: { ...saves, [runId]: { ...saves[runId], [stepId]: save } } })
  }

  function unmark(runId: string, stepId: string, before: StepSave | undefined) {
    const { [stepId]: _, ...others } = get().saves[runId] ?? {}
    set({ saves: { ...get().saves, [runId]: before ? { ...others, [stepId]: before } : others } })
  }

  /** Answers whether the worker did it; otherwise the reason is on screen. */
  async function attempt(work: () => Promise<RunView>): Promise<RunView | null> {
    try {
      const answer = await work()
      put(answer)
      return answer
    } catch (cause) {
      set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      return null
    }
  }

  /** Proof of reading is a courtesy to the lead; the work goes on without it. */
  function noteSeen({ playbook: { id, version } }: RunView) {
    client.send('receipt.record', { playbookId: id, version, kind: 'seen' }).catch(() => {})
  }

  /** What changed was on screen before this, or is put away with it. */
  async function met(work: () => Promise<RunView>) {
    const answer = await attempt(work)
    if (answer) noteSeen(answer)
  }

  async function open(playbookId: string) {
    const { view } = get()
    if (!view) return
    set({ screen: 'case', snippetId: null, notice: null })
    const ofPlaybook = view.runs.filter(({ run }) => run.playbook.id === playbookId)
    const known = ofPlaybook.find(({ run }) => run.closedAt === null) ?? ofPlaybook[0]
    if (known) return show(known.run.id)
    await begin(playbookId)
  }

  /** Also where a run of it is here already that is closed for good. */
  async function begin(playbookId: string) {
    const { view } = get()
    const started = view && (await attempt(() => client.send('run.start', { caseKey: view.context.key, playbookId })))
    if (!started) return
    show(started.run.id)
    noteSeen(started)
  }

  /** The run that was on screen is behind it, for the way back. */
  function show(runId: string) {
    const { openRunId, behind } = get()
    if (openRunId === runId) return
    set({ openRunId: runId, behind: [...behind, openRunId].filter((id) => id !== null && id !== runId) as string[] })
  }

  /** From a snippet to the run, from a run to the one before it, then to the playbooks. */
  function back() {
    const { snippetId, behind, view } = get()
    if (snippetId !== null) return set({ snippetId: null, insert: null })
    const left = behind.filter((id) => view?.runs.some(({ run }) => run.id === id))
    set({ openRunId: left.at(-1) ?? null, behind: left.slice(0, -1), insert: null })
  }

  /** Answers null when it is saved, else why not. The step says so itself. */
  async function prove(runId: string, stepId: string, work: () => Promise<RunView>): Promise<string | null> {
    // An answer that failed keeps its way to be tried again.
    const before = get().saves[runId]?.[stepId]
    const isOwn = before?.state !== 'failed'
    if (isOwn) mark(runId, stepId, { state: 'saving' })
    try {
      put(await work())
      if (isOwn) mark(runId, stepId, { state: 'saved' })
      return null
    } catch (cause) {
      if (isOwn) unmark(runId, stepId, before)
      return sentenceOf(cause)
    }
  }

  return {
    addProof: (runId: string, stepId: string, proof: TypedProof) => prove(runId, stepId, () => client.send('proof.add', { runId, stepId, proof })),
    takeProof: (runId: string, stepId: string, what: 'link' | 'selection' | 'screenshot') =>
      prove(runId, stepId, async () => (await client.send('proof.take', { runId, stepId, tabId: get().tabId, what })).view),
    removeProof: (runId: string, stepId: string, proofId: string | null) => prove(runId, stepId, () => client.send('proof.remove', { runId, stepId, proofId })),
    /** What evidence said before words were masked in it: here alone, until the panel closes. */
    unmasked: new Map<string, Proof[]>(),
    editProof: (runId: string, stepId: string, before: Proof, after: Proof, base64?: string) =>
      prove(runId, stepId, () => client.send('proof.edit', { runId, before, after, ...(base64 ? { base64 } : {}) })),
    giveUpPicture: () => client.send('proof.give-up', {}).catch(() => {}),
    async picture(hash: string): Promise<string> {
      const { type, base64 } = await client.send('image.get', { hash, of: null })
      return `data:${type};base64,${base64}`
    },
    open,
    begin,
    show,
    back,
    async change(runId: string, change: StepChange) {
      const asked = { runId, change }
      set({ pending: [...get().pending, asked] })
      mark(runId, change.stepId, { state: 'saving' })
      try {
        put(await client.send('run.set', { runId, change }))
        mark(runId, change.stepId, { state: 'saved' })
      } catch (cause) {
        mark(runId, change.stepId, { state: 'failed', message: sentenceOf(cause), change })
      } finally {
        set({ pending: get().pending.filter((pending) => pending !== asked) })
      }
    },
    undo: (runId: string, change: { stepId: string; at: number }) => attempt(() => client.send('run.undo', { runId, ...change })),
    close: (runId: string, reason?: string) => attempt(() => client.send('run.close', { runId, ...(reason ? { reason } : {}) })),
    reopen: (runId: string) => attempt(() => client.send('run.reopen', { runId })),
    async look(id: string, version: number): Promise<boolean> {
      try {
        const playbook = await client.send('playbook.get', { id, version })
        const { versions } = get()
        set({ versions: { ...versions, [id]: { ...versions[id], [version]: playbook } } })
        return true
      } catch (cause) {
        set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
        return false
      }
    },
    move: (runId: string, version: number) => met(() => client.send('run.move', { runId, version })),
    stay: (runId: string) => attempt(() => client.send('run.stay', { runId })),
    seen: (runId: string) => met(() => client.send('run.seen', { runId })),
  }
}
