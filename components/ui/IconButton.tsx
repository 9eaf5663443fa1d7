// A button that is only a pictogram: its label is its accessible name, and with its key its tooltip.
import { type ComponentProps, useRef } from 'react'
import type { ActionId } from '../../lib/domain/key-actions.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './icon-button.module.css'
import { useAction, useKeyOf } from './use-action.ts'

interface Props extends ComponentProps<'button'> {
  label: string
  icon: IconName
  action?: ActionId | undefined
}

export function IconButton({ label, icon, action, className, title = label, ...rest }: Props) {
  const own = useRef<HTMLButtonElement>(null)
  const key = useKeyOf(action)
  useAction(action, () => own.current?.click())
  return (
    <button
      type="button"
      ref={own}
      className={[styles.button, className].filter(Boolean).join(' ')}
      aria-label={label}
      aria-keyshortcuts={key?.aria}
      title={key ? `${title} (${key.words})` : title}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  )
}
