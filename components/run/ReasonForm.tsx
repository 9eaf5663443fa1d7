// Why a step is skipped or does not apply, or why it goes on with steps open. Required: a lead reads it later.
import { type FormEvent, useContext, useEffect, useId, useRef, useState } from 'react'
import { TextKeeperContext } from '../escalation/text-keeper.ts'
import { useKeptText } from '../escalation/use-kept-text.ts'
import { Button } from '../ui/Button.tsx'
import field from '../ui/field.module.css'
import styles from './step.module.css'

interface Props {
  /** The question. */
  ask: string
  /** What giving the reason does. */
  action?: string
  /** What is typed outlives the form: `reason:<run>:<step>`. */
  place: string
  onGive: (reason: string) => void
  onCancel: () => void
}

export function ReasonForm({ ask, action = 'Save', place, onGive, onCancel }: Props) {
  const { text: reason, change: setReason, clear } = useKeptText(useContext(TextKeeperContext), place)
  const [isRefused, setRefused] = useState(false)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  // The form opens on request, so the focus belongs in it.
  useEffect(() => input.current?.focus(), [])

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (reason.trim() === '') return setRefused(true)
    onGive(reason.trim())
    clear(reason)
  }
  return (
    <form className={styles.reason} onSubmit={onSubmit}>
      <label htmlFor={id}>{ask}</label>
      <div className={styles.inputRow}>
        <input
          ref={input}
          id={id}
          dir="auto"
          className={field.input}
          maxLength={1000}
          value={reason}
          aria-invalid={isRefused || undefined}
          aria-describedby={isRefused ? `${id}-fault` : undefined}
          onChange={(event) => {
            setReason(event.target.value)
            setRefused(false)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onCancel()
          }}
        />
        <Button type="submit">{action}</Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {isRefused && (
        <p id={`${id}-fault`} className={field.fault} role="alert">
          Say why, so that the lead can see it.
        </p>
      )}
    </form>
  )
}
