// What the open run is given to hear the agent by.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Hearing } from '../../components/run/hearing.ts'
import type { SidebarStore } from './store.ts'

export function useHearing(store: SidebarStore, runId: string): Hearing {
  const flags = useStore(store, ({ news }) => news.flags)
  return useMemo(
    () => ({
      flags,
      onFlag: (stepId, kind, word) => store.news.flag(runId, stepId, kind, word),
      onUndoFlag: (id) => void store.news.undoFlag(id),
      onConfirm: () => void store.news.confirm(runId),
      keeper: store.drafts,
    }),
    [store, flags, runId],
  )
}
