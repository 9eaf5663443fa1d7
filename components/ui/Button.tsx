// The one button. `primary` is for the single thing a screen is about; `quiet` has no frame until it is pointed at.
import { type ComponentProps, useRef } from 'react'
import type { ActionId } from '../../lib/domain/key-actions.ts'
import styles from './button.module.css'
import { Keycap } from './Keycap.tsx'
import type { Act } from './keyboard.ts'
import { useAction, useKeyOf } from './use-action.ts'

interface Props extends ComponentProps<'button'> {
  look?: 'primary' | 'plain' | 'quiet' | 'link'
  /** Waits for an answer: stays focusable, refuses clicks. */
  busy?: boolean
  /** Answers to the key of this action, and shows it beside the label. */
  action?: ActionId | undefined
  /** Shows the key of this action, which somebody else answers: the form around the button. */
  keyOf?: ActionId
  /** Another key that does the same, shown instead. */
  keys?: string | null
  /** What the key does, where that is not a click. */
  onKey?: Act
}

export function Button({ look = 'plain', busy = false, action, keyOf, keys, onKey, className, children, onClick, ref, disabled, ...rest }: Props) {
  const own = useRef<HTMLButtonElement>(null)
  const key = useKeyOf(action ?? keyOf)
  useAction(disabled || busy ? undefined : action, (event) => (onKey ? onKey(event) : own.current?.click()))
  const shown = keys ?? key?.words
  return (
    <button
      type="button"
      ref={ref ?? own}
      className={[styles.button, styles[look], className].filter(Boolean).join(' ')}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={key?.aria}
      disabled={disabled}
      onClick={busy ? undefined : onClick}
      {...rest}
    >
      {children}
      {shown && <Keycap keys={shown} />}
    </button>
  )
}
