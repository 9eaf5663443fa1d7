// The newest hand-over of the case on screen, with what can be done about it; and what was escalated before it came here.
import { useStore } from 'zustand'
import { HandedEscalations } from '../../components/handover/HandedEscalations.tsx'
import { HandoverNote } from '../../components/handover/HandoverNote.tsx'
import type { SidebarStore } from './store.ts'
import { useHandoverActions } from './use-handover-actions.ts'

export function HandoverNotes({ store }: { store: SidebarStore }) {
  const handovers = useStore(store, ({ view }) => view?.handovers)
  const newest = handovers?.find(({ local }) => local !== 'undone')
  const session = useStore(store, (state) => state.session)
  const acts = useHandoverActions(store)
  if (!handovers || !newest) return null
  const memberId = session?.member?.id ?? null
  /** What was taken is what is worked on next. */
  const take = async (id: string) => {
    if (!(await acts.take(id))) return false
    await store.case.refresh()
    const taken = store.getState().view?.runs.find(({ run }) => run.cameFrom?.handoverId === id && run.closedAt === null)
    if (taken) store.run.show(taken.run.id)
    return true
  }
  return (
    <>
      <HandoverNote key={newest.id} handover={newest} memberId={memberId} session={session?.state ?? 'active'} acts={{ ...acts, take }} isCaseOpen />
      <HandedEscalations handovers={handovers} memberId={memberId} />
    </>
  )
}
