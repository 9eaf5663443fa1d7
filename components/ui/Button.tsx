// The one button. `primary` is for the single thing a screen is about; `quiet` has no frame until it is pointed at.
import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { Keycap } from './Keycap.tsx'

interface Props extends ComponentProps<'button'> {
  look?: 'primary' | 'plain' | 'quiet' | 'link'
  /** Waits for an answer: stays focusable, refuses clicks. */
  busy?: boolean
  /** The key that does the same, shown beside the label. */
  keys?: string | null
}

export function Button({ look = 'plain', busy = false, keys, className, children, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      className={[styles.button, styles[look], className].filter(Boolean).join(' ')}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
      {...rest}
    >
      {children}
      {keys && <Keycap keys={keys} />}
    </button>
  )
}
