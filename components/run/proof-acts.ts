// What a step's evidence can be asked to do. Each answers null when it is saved, else the sentence that says why not.
import type { Evidence } from '../../lib/schema/playbook.ts'
import type { Proof, TypedProof } from '../../lib/schema/proof.ts'
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
  /** Makes a piece less, or takes that back; `base64` is the picture as it was drawn on. */
  edit: (stepId: string, before: Proof, after: Proof, base64?: string) => Said
  /** It has not left this device. */
  mayEdit: (proof: Proof) => boolean
  /** What a piece said before words were masked in it, newest last. Nowhere but in this panel, and as long as it is open. */
  unmasked: Map<string, Proof[]>
  load: LoadPicture
  /** The step that waits for a picture, and why the last attempt came to nothing. */
  waiting: { stepId: string; fault: string | null } | null
  giveUp: () => void
  /** The key that takes the picture; null where none is set. */
  keys: string | null
}
