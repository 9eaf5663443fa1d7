// What the open run's notices about versions are given: what was looked up of its playbook, and the ways to another version and back.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Moving } from '../../components/run/moving.ts'
import type { Run } from '../../lib/schema/run.ts'
import type { SidebarStore } from './store.ts'

export function useMoving(store: SidebarStore, run: Run | undefined): Moving {
  const { id: runId = '', playbook } = run ?? {}
  const playbookId = playbook?.id ?? ''
  const versions = useStore(store, (state) => state.versions[playbookId])
  return useMemo(
    () => ({
      versions: versions ?? {},
      onLook: (version) => store.run.look(playbookId, version),
      onMove: (version) => void store.run.move(runId, version),
      onStay: () => void store.run.stay(runId),
      onSeen: () => void store.run.seen(runId),
    }),
    [store, versions, runId, playbookId],
  )
}
