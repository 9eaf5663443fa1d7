// A key, shown beside what it does. Screen readers get it from `aria-keyshortcuts` or the keys list, not from here.
import styles from './keycap.module.css'

export function Keycap({ keys }: { keys: string }) {
  return (
    <span className={styles.keycap} aria-hidden="true">
      <kbd>{keys}</kbd>
    </span>
  )
}
