// A button that is only a pictogram: its label is its accessible name and its tooltip.
import type { ComponentProps } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './icon-button.module.css'

interface Props extends ComponentProps<'button'> {
  label: string
  icon: IconName
}

export function IconButton({ label, icon, className, ...rest }: Props) {
  return (
    <button type="button" className={[styles.button, className].filter(Boolean).join(' ')} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  )
}
