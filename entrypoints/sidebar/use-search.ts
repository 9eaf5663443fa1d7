// The search over the library: both come after the first paint, so that the case never waits for them.
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { createSearch } from '../../lib/domain/search.ts'
import type { SidebarStore } from './store.ts'

export function useSearch(store: SidebarStore): ReturnType<typeof createSearch> | null {
  const library = useStore(store, (state) => state.library)
  const [create, setCreate] = useState<typeof createSearch | null>(null)

  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (!store.getState().library) store.loadLibrary()
      void import('../../lib/domain/search.ts').then((module) => setCreate(() => module.createSearch))
    })
    return () => cancelAnimationFrame(frame)
  }, [store])

  return useMemo(() => (library && create ? create(library) : null), [library, create])
}
