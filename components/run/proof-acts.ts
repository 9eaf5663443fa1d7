// What a step's evidence can be asked to do. Each answers null when it is saved, else the sentence that says why not.
import type { Evidence } from '../../lib/schema/playbook.ts'
import type { TypedProof } from '../../lib/schema/proof.ts'
import type { LoadPicture } from '../proof/ProofPicture.tsx'

type Said = Promise<string | null>

/** Why the last piece was not saved; `about` names the field that was typed into, null for what was taken by a press. */
export interface ProofFault {
  sentence: string
  about: 'note' | 'link' | null
}

export interface ProofActs {
  add: (stepId: string, proof: TypedProof) => Said
  take: (stepId: string, what: Exclude<Evidence, 'note'>) => Said
  /** Null: the note or link from before a step could have several. */
  remove: (stepId: string, proofId: string | null) => Said
  load: LoadPicture
  /** The step that waits for a picture, and why the last attempt came to nothing. */
  waiting: { stepId: string; fault: string | null } | null
  giveUp: () => void
  /** The key that takes the picture; null where none is set. */
  keys: string | null
}
