// My cases and hand-overs as the panel asks for them. Loaded with the screens that need it, not with the panel.
import type { HandoverActs } from '../../components/handover/handover-acts.ts'
import type { CasePlace } from '../../lib/schema/handover.ts'
import type { Member } from '../../lib/schema/member.ts'
import { type Desk, sentenceOf } from './state.ts'

/** `show`: makes the panel be about another tab. */
export function createHandoverActions({ client, drafts, get, set }: Desk, show: (tabId: number, isPrivate: boolean) => Promise<void>) {
  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (cause) {
      set({ notice: { text: sentenceOf(cause), tone: 'amber' } })
      return false
    }
  }

  /** A panel in a tab of its own goes along; one beside the page follows by itself. */
  async function open(key: string): Promise<boolean> {
    if (get().view?.context.key === key) {
      set({ screen: 'case' })
      return true
    }
    return attempt(async () => {
      const { tabId } = await client.send('case.open', { key })
      if (get().surface !== 'frame') set({ screen: 'case' })
      if (get().surface === 'tab') await show(tabId, get().isPrivate)
    })
  }

  const acts: HandoverActs = {
    undo: (id) =>
      attempt(async () => {
        const { undone } = await client.send('handover.undo', { id })
        const text = undone ? 'Undone. The case is yours as it was.' : 'It had already been sent. It can still be taken back while nobody has taken it.'
        set({ notice: { text, tone: undone ? 'plain' : 'amber' } })
      }),
    take: (id) => attempt(() => client.send('handover.take', { id })),
    giveBack: (id, word) => attempt(() => client.send('handover.return', { id, word })),
  }

  return {
    ...acts,
    open,
    list: () => attempt(async () => set({ cases: await client.send('case.list', {}) })),
    members: () => client.send('member.list', {}),
    /** One after the other; what could not be handed over is named, the others are on their way. */
    async send(places: CasePlace[], to: Member, note: string): Promise<boolean> {
      const refused: string[] = []
      for (const { key, title } of places) {
        try {
          await client.send('handover.create', { caseKey: key, to: to.id, note })
        } catch (cause) {
          refused.push(places.length > 1 ? `${title}: ${sentenceOf(cause)}` : sentenceOf(cause))
        }
      }
      if (refused.length < places.length) drafts.keep(noteKey(places), '')
      set({ notice: refused.length > 0 ? { text: refused.join(' '), tone: 'amber' } : null })
      return refused.length < places.length
    },
  }
}

export const noteKey = (places: CasePlace[]) =>
  `hand:${places
    .map(({ key }) => key)
    .join(' ')
    .slice(0, 2000)}`

export type HandoverActions = ReturnType<typeof createHandoverActions>
