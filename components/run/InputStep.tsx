// A value to type or to choose. Enter or leaving the field saves it; what was typed stays in the field whatever happens.
import { type FormEvent, useState } from 'react'
import { inputFault, inputHint } from '../../lib/domain/input.ts'
import { Button } from '../ui/Button.tsx'
import { InputControl } from './InputControl.tsx'
import { StepHead } from './StepHead.tsx'
import { StepLine } from './StepLine.tsx'
import styles from './step.module.css'
import type { StepProps } from './step-props.ts'

interface Props extends StepProps<'input'> {
  /** What the case says under the same name. */
  known: string | null
}

export function InputStep({ step, record, known, isCurrent, isClosed, onAnswer, onPlaybook }: Props) {
  const [typed, setTyped] = useState(record?.value ?? '')
  const [fault, setFault] = useState<string | null>(null)
  if (record?.state === 'done')
    return <StepLine label={step.label} state="done" answer={record.value ?? null} isClosed={isClosed} onReopen={() => onAnswer({ state: 'open' })} />

  function save(value: string) {
    const wrong = inputFault(step, value.trim())
    setFault(wrong)
    if (!wrong) onAnswer({ state: 'done', value: value.trim() })
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    save(typed)
  }
  // A case may spell a choice in its own way; what it says otherwise is offered only where the step can take it.
  const offered = known === null ? null : (step.of?.find((choice) => choice.toLowerCase() === known.trim().toLowerCase()) ?? known)
  const isOffered = offered !== null && typed === '' && !isClosed && (!step.of || step.of.includes(offered))
  const hint = inputHint(step)
  const noteId = `${step.id}-note`
  return (
    <form onSubmit={onSubmit} noValidate>
      <StepHead step={step} onPlaybook={onPlaybook} />
      <div className={styles.inputRow}>
        <InputControl
          step={step}
          value={typed}
          isDisabled={isClosed}
          isFaulty={fault !== null}
          describedBy={fault || hint ? noteId : undefined}
          onValue={(value) => {
            setTyped(value)
            setFault(null)
          }}
          onLeave={() => typed.trim() !== '' && save(typed)}
        />
        <Button type="submit" disabled={isClosed || typed.trim() === ''}>
          Save
        </Button>
      </div>
      {isOffered && (
        <Button look="link" className={styles.known} action={isCurrent ? 'known-value' : undefined} onClick={() => save(offered)}>
          Use {offered} from the case
        </Button>
      )}
      {fault ? (
        <p id={noteId} className={styles.fault} role="alert">
          {fault}
        </p>
      ) : (
        hint && (
          <p id={noteId} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </form>
  )
}
