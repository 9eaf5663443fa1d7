// The search over the library: both come after the first paint, so that the case never waits for them.
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Finder } from '../../components/playbook/search-finder.ts'
import { atHand } from '../../lib/domain/habits.ts'
import type { Preview } from '../../lib/domain/search.ts'
import { valuesHere } from './case-values.ts'
import { agentOf } from './snippet-actions.ts'
import type { SidebarStore } from './store.ts'

type Module = typeof import('../../lib/domain/search.ts') & Pick<typeof import('../../components/snippet/reply.ts'), 'previewIn'>

/** Null until library and index are there. */
export function useSearch(store: SidebarStore): Finder | null {
  const library = useStore(store, (state) => state.library)
  const own = useStore(store, (state) => state.own)
  const view = useStore(store, (state) => state.view)
  const openRunId = useStore(store, (state) => state.openRunId)
  const agent = useStore(store, (state) => state.session?.member?.name)
  const habits = useStore(store, (state) => state.habits)
  const [module, setModule] = useState<Module | null>(null)

  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (!store.getState().library) store.loadLibrary()
      // What makes a preview makes a reply, too: it is there when the first snippet is opened.
      void Promise.all([import('../../lib/domain/search.ts'), import('../../components/snippet/reply.ts')]).then(([search, { previewIn }]) =>
        setModule({ ...search, previewIn }),
      )
    })
    return () => cancelAnimationFrame(frame)
  }, [store])

  const all = useMemo(() => library && { ...library, own }, [library, own])
  // Asked at each search: what is known on the case changes more often than what can be found.
  const preview = useRef<Preview>((body) => body)
  const search = useMemo(() => (all && module ? module.createSearch(all, (body) => preview.current(body)) : null), [all, module])
  return useMemo(() => {
    if (!all || !module || !search) return null
    preview.current = module.previewIn({ ...agentOf(agent), ...valuesHere({ view, openRunId }) })
    return { find: (query, limit) => search(query, limit, habits), atHand: module.itemsOf(all, atHand(habits), preview.current), pinned: habits.pinned }
  }, [all, module, search, habits, view, openRunId, agent])
}
