// A labelled text field with its hint and its fault, tied together for screen readers.
import { type ComponentProps, useId } from 'react'
import styles from './field.module.css'

interface Props extends ComponentProps<'input'> {
  label: string
  hint?: string | undefined
  fault?: string | null | undefined
}

export function Field({ label, hint, fault, className, ...rest }: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input id={id} dir="auto" className={styles.input} aria-invalid={fault ? true : undefined} aria-describedby={described || undefined} {...rest} />
      {fault && (
        <p className={styles.fault} id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
