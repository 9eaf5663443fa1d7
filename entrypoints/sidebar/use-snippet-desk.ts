// What snippets need from the panel around them, made once per member.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { SnippetDesk } from '../../components/snippet/snippet-desk.ts'
import { agentOf } from './snippet-actions.ts'
import type { SidebarStore } from './store.ts'

export function useSnippetDesk(store: SidebarStore): SnippetDesk {
  const name = useStore(store, (state) => state.session?.member?.name)
  return useMemo(() => {
    const { answersOf, recall, keep, copy, keepAsOwn, usageOf } = store.snippet
    return { agent: agentOf(name), answersOf, recall, keep, onCopy: copy, onKeep: keepAsOwn, usageOf }
  }, [store, name])
}
