// A value to type. Enter or leaving the field saves it; what was typed stays in the field whatever happens.
import { type FormEvent, useState } from 'react'
import { inputFault } from '../../lib/domain/input.ts'
import type { InputType } from '../../lib/schema/playbook.ts'
import { Button } from '../ui/Button.tsx'
import field from '../ui/field.module.css'
import { StepHead } from './StepHead.tsx'
import { StepLine } from './StepLine.tsx'
import styles from './step.module.css'
import type { StepProps } from './step-props.ts'

const keyboards: Record<InputType, { type: string; inputMode?: 'decimal'; placeholder?: string }> = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'decimal' },
  money: { type: 'text', inputMode: 'decimal', placeholder: '0.00' },
  date: { type: 'date' },
  email: { type: 'email', placeholder: 'name@example.com' },
  url: { type: 'url', placeholder: 'https://' },
}

interface Props extends StepProps<'input'> {
  /** What the case says under the same name. */
  known: string | null
}

export function InputStep({ step, record, known, isClosed, onAnswer, onPlaybook }: Props) {
  const [typed, setTyped] = useState(record?.value ?? '')
  const [fault, setFault] = useState<string | null>(null)
  if (record?.state === 'done')
    return <StepLine label={step.label} state="done" answer={record.value ?? null} isClosed={isClosed} onReopen={() => onAnswer({ state: 'open' })} />

  function save(value: string) {
    const wrong = inputFault(step.input, value.trim())
    setFault(wrong)
    if (!wrong) onAnswer({ state: 'done', value: value.trim() })
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    save(typed)
  }
  const faultId = `${step.id}-fault`
  return (
    <form onSubmit={onSubmit} noValidate>
      <StepHead step={step} onPlaybook={onPlaybook} />
      <div className={styles.inputRow}>
        <input
          {...keyboards[step.input]}
          className={field.input}
          data-primary
          aria-label={step.label}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? faultId : undefined}
          value={typed}
          disabled={isClosed}
          onChange={(event) => {
            setTyped(event.target.value)
            setFault(null)
          }}
          onBlur={(event) => {
            const stays = event.relatedTarget instanceof Node && event.currentTarget.form?.contains(event.relatedTarget)
            if (typed.trim() !== '' && !stays) save(typed)
          }}
        />
        <Button type="submit" disabled={isClosed || typed.trim() === ''}>
          Save
        </Button>
      </div>
      {known && typed === '' && !isClosed && (
        <Button look="link" className={styles.known} onClick={() => save(known)}>
          Use {known} from the case
        </Button>
      )}
      {fault && (
        <p id={faultId} className={field.fault} role="alert">
          {fault}
        </p>
      )}
    </form>
  )
}
