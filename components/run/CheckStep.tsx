// A thing to do: ticked by a click or Space, opened again the same way.
import { useId } from 'react'
import { InlineText } from '../rich-text/InlineText.tsx'
import styles from './step.module.css'
import type { StepProps } from './step-props.ts'

export function CheckStep({ step, record, isCurrent, isClosed, onAnswer, onPlaybook }: StepProps<'check'>) {
  const id = useId()
  const isDone = record?.state === 'done'
  return (
    <div className={styles.check} data-state={record?.state ?? 'open'} data-current={isCurrent}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        data-primary
        checked={isDone}
        disabled={isClosed}
        onChange={() => onAnswer({ state: isDone ? 'open' : 'done' })}
      />
      <label htmlFor={id} dir="auto">
        <InlineText inlines={step.text} onPlaybook={onPlaybook} />
        {step.optional && <span className={styles.optional}> optional</span>}
      </label>
    </div>
  )
}
