// One set of hand-over actions for each store.
import { useMemo } from 'react'
import { createHandoverActions, type HandoverActions } from './handover-actions.ts'
import type { SidebarStore } from './store.ts'

export function useHandoverActions(store: SidebarStore): HandoverActions {
  return useMemo(() => createHandoverActions(store.desk, store.case.show), [store])
}
