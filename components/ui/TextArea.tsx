// A labelled text box that grows with what is typed; its key sends it where `onSend` is given.
import { type ComponentProps, useId } from 'react'
import styles from './field.module.css'
import { useIsKeyOf } from './use-action.ts'

interface Props extends Omit<ComponentProps<'textarea'>, 'onChange'> {
  label: string
  fault?: string | null | undefined
  onText: (text: string) => void
  onSend?: (() => void) | undefined
}

export function TextArea({ label, fault, onText, onSend, className, ...rest }: Props) {
  const id = useId()
  const isKeyOf = useIsKeyOf()
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        dir="auto"
        className={styles.area}
        rows={2}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (!onSend || event.repeat || !isKeyOf(event, 'send')) return
          event.preventDefault()
          onSend()
        }}
        {...rest}
      />
      {fault && (
        <p className={styles.fault} id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
