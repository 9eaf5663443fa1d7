// What the open run's steps are given to hold evidence: the worker's commands, and the step that waits for a picture.
import { useMemo } from 'react'
import type { ProofActs } from '../../components/run/proof-acts.ts'
import type { CaseView } from '../../lib/schema/views.ts'
import type { SidebarStore } from './store.ts'

export function useProofs(store: SidebarStore, runId: string, picture: CaseView['picture'], keys: string | null): ProofActs {
  const waiting = picture && picture.runId === runId ? picture : null
  return useMemo(
    () => ({
      add: (stepId, proof) => store.run.addProof(runId, stepId, proof),
      take: (stepId, what) => store.run.takeProof(runId, stepId, what),
      remove: (stepId, proofId) => store.run.removeProof(runId, stepId, proofId),
      load: store.run.picture,
      giveUp: () => void store.run.giveUpPicture(),
      waiting,
      keys,
    }),
    [store, runId, waiting, keys],
  )
}
