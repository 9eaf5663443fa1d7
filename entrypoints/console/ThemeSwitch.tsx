// Follows the system, or pins light or dark.
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import type { Theme } from '../../lib/schema/settings.ts'
import styles from './rail.module.css'

interface Props {
  theme: Theme
  onTheme(theme: Theme): void
}

const order = {
  system: { next: 'light', Icon: IconDeviceDesktop, words: 'Theme: system' },
  light: { next: 'dark', Icon: IconSun, words: 'Theme: light' },
  dark: { next: 'system', Icon: IconMoon, words: 'Theme: dark' },
} as const

export function ThemeSwitch({ theme, onTheme }: Props) {
  const { next, Icon, words } = order[theme]
  return (
    <button type="button" className={styles.theme} title={`${words}. Press for ${next}.`} onClick={() => onTheme(next)}>
      <Icon size={15} stroke={1.75} aria-hidden />
      <span className={styles.words}>{words}</span>
    </button>
  )
}
