// The search over the library: both come after the first paint, so that the case never waits for them.
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Finder } from '../../components/playbook/search-finder.ts'
import { atHand } from '../../lib/domain/habits.ts'
import type { SidebarStore } from './store.ts'

type Module = typeof import('../../lib/domain/search.ts')

/** Null until library and index are there. */
export function useSearch(store: SidebarStore): Finder | null {
  const library = useStore(store, (state) => state.library)
  const habits = useStore(store, (state) => state.habits)
  const [module, setModule] = useState<Module | null>(null)

  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (!store.getState().library) store.loadLibrary()
      void import('../../lib/domain/search.ts').then(setModule)
    })
    return () => cancelAnimationFrame(frame)
  }, [store])

  const search = useMemo(() => (library && module ? module.createSearch(library) : null), [library, module])
  return useMemo(() => {
    if (!library || !module || !search) return null
    return { find: (query, limit) => search(query, limit, habits), atHand: module.itemsOf(library, atHand(habits)), pinned: habits.pinned }
  }, [library, module, search, habits])
}
