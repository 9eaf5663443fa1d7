// What the open run's steps are given to hold evidence: the worker's commands, and the step that waits for a picture.
import { useMemo } from 'react'
import type { ProofActs } from '../../components/run/proof-acts.ts'
import { hasLeft } from '../../lib/domain/edit-proof.ts'
import type { Run } from '../../lib/schema/run.ts'
import type { CaseView } from '../../lib/schema/views.ts'
import type { SidebarStore } from './store.ts'

export function useProofs(store: SidebarStore, run: Run | null, { picture, escalations }: CaseView, keys: string | null): ProofActs {
  const runId = run?.id ?? ''
  const waiting = picture && picture.runId === runId ? picture : null
  return useMemo(
    () => ({
      add: (stepId, proof) => store.run.addProof(runId, stepId, proof),
      take: (stepId, what) => store.run.takeProof(runId, stepId, what),
      remove: (stepId, proofId) => store.run.removeProof(runId, stepId, proofId),
      edit: (stepId, before, after, base64) => store.run.editProof(runId, stepId, before, after, base64),
      mayEdit: (proof) => run !== null && run.closedAt === null && !hasLeft(proof, run, escalations),
      unmasked: store.run.unmasked,
      load: store.run.picture,
      giveUp: () => void store.run.giveUpPicture(),
      waiting,
      keys,
    }),
    [store, run, runId, escalations, waiting, keys],
  )
}
