// What is new for this member, and what the member says to it: read, confirmed, flagged, replied.
import type { FlagKind } from '../../lib/schema/flag.ts'
import type { News } from '../../lib/schema/news.ts'
import { type Desk, sentenceOf } from './state.ts'

export function createNewsActions({ client, get, set }: Desk) {
  /** Answers whether it was saved; otherwise the reason is on screen. */
  async function attempt(work: () => Promise<News>): Promise<boolean> {
    try {
      set({ news: await work(), notice: null })
      return true
    } catch (cause) {
      set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      return false
    }
  }

  return {
    open: () => set({ screen: 'news' }),
    load: () => client.send('news.get', {}).then((news) => set({ news })),
    read: (keys: string[]) => attempt(() => client.send('news.read', { keys })),
    reply: (id: string, text: string) => attempt(() => client.send('note.reply', { id, text })),
    flag: (runId: string, stepId: string | null, kind: FlagKind, word: string) => attempt(() => client.send('flag.make', { runId, stepId, kind, word })),
    async undoFlag(id: string) {
      try {
        const { undone } = await client.send('flag.undo', { id })
        if (!undone) set({ notice: { text: 'It had already been sent. Your leads have it; tell them if it was a mistake.', tone: 'plain' } })
        set({ news: await client.send('news.get', {}) })
      } catch (cause) {
        set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      }
    },
    /** The version that the run is on, met on its case. */
    async confirm(runId: string) {
      const { id, version } = get().view?.runs.find(({ run }) => run.id === runId)?.playbook ?? {}
      if (id === undefined || version === undefined) return
      try {
        await client.send('receipt.record', { playbookId: id, version, kind: 'acknowledged' })
        const { view } = get()
        // Shown at once; the worker's own word for it follows.
        if (view) set({ view: { ...view, runs: view.runs.map((known) => (known.run.id === runId ? { ...known, confirm: null } : known)) } })
      } catch (cause) {
        set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      }
    },
  }
}
