// Where the agent says that a step, or the playbook, does not fit: the open flags of that place, and the form while it is asked for.
import { openFlagsOf } from '../../lib/domain/own-flags.ts'
import { Button } from '../ui/Button.tsx'
import { FlagForm } from './FlagForm.tsx'
import { FlagLine } from './FlagLine.tsx'
import styles from './flag.module.css'
import type { Hearing } from './hearing.ts'

interface Props {
  playbookId: string
  /** Null for the playbook as a whole, which has a button of its own. */
  stepId: string | null
  hearing: Hearing
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
}

export function FlagPlace({ playbookId, stepId, hearing, isOpen, onOpen, onClose }: Props) {
  const flags = openFlagsOf(hearing.flags, playbookId, stepId)
  const lines = flags.map((flag) => <FlagLine key={flag.id} flag={flag} onUndo={() => hearing.onUndoFlag(flag.id)} />)
  const form = isOpen && (
    <FlagForm
      keeper={hearing.keeper}
      place={`flag:${playbookId}:${stepId ?? ''}`}
      label={stepId === null ? 'What is it about this playbook?' : 'What is it about this step?'}
      onSend={(kind, word) => hearing.onFlag(stepId, kind, word)}
      onClose={onClose}
    />
  )
  if (stepId !== null)
    return (
      <>
        {lines}
        {form}
      </>
    )
  return (
    <div className={styles.whole}>
      {lines}
      {form || (
        <Button look="link" title="A step is missing, or the whole of it does not fit" onClick={onOpen}>
          Flag this playbook…
        </Button>
      )}
    </div>
  )
}
