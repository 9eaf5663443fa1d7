// What a run is given to hear the agent by: flags on its steps, and the word that a version was read.
import type { FlagKind, OwnFlag } from '../../lib/schema/flag.ts'
import type { TextKeeper } from '../escalation/text-keeper.ts'

export interface Hearing {
  /** Own ones, of any playbook. */
  flags: OwnFlag[]
  /** `stepId` null: the playbook as a whole. Answers whether it was saved. */
  onFlag: (stepId: string | null, kind: FlagKind, word: string) => Promise<boolean>
  onUndoFlag: (id: string) => void
  onConfirm: () => void
  /** What is typed to a flag outlives the form: `flag:<playbook>:<step>`. */
  keeper: TextKeeper
}
