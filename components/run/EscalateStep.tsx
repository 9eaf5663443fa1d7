// The point in a playbook where the case goes to somebody else: at once, or with a note first.
import { Button } from '../ui/Button.tsx'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { StepHead } from './StepHead.tsx'
import { StepLine } from './StepLine.tsx'
import styles from './step.module.css'
import type { StepProps } from './step-props.ts'

interface Props extends StepProps<'escalate'> {
  queue: string
  severity: string
  onSend: () => void
  onNote: () => void
}

export function EscalateStep({ step, record, isCurrent, isClosed, queue, severity, onAnswer, onPlaybook, onSend, onNote }: Props) {
  if (record?.state === 'done')
    return <StepLine label={step.label} state="done" answer="Sent" isClosed={isClosed} onReopen={() => onAnswer({ state: 'open' })} />
  return (
    <>
      <StepHead step={step} onPlaybook={onPlaybook} />
      <div className={styles.actions}>
        <GuardedButton data-primary disabled={isClosed} onAct={onSend}>
          Send to {queue} as {severity}
        </GuardedButton>
        <Button look="link" disabled={isClosed} action={isCurrent ? 'note-first' : undefined} onClick={onNote}>
          Add a note first
        </Button>
      </div>
    </>
  )
}
