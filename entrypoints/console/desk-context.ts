// Hands the one store, the client and the clock of this page to its screens.
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { DraftStore } from '../../components/editor/use-draft.ts'
import type { DeskClient, DeskState, DeskStore } from './desk-store.ts'

export interface Desk {
  client: DeskClient
  store: DeskStore
  drafts: DraftStore
  now: () => number
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('a console screen was drawn outside the console')
  return desk
}

export function useDeskState<T>(select: (state: DeskState) => T): T {
  return useStore(useDesk().store, select)
}
