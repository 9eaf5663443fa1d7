// The keys that the browser keeps: they work while the page has the focus, and are changed on a page of the browser.
import { Button } from '../ui/Button.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import styles from './keys.module.css'

interface Props {
  commands: { keys: string | null; words: string }[]
  /** Opens the browser's page of shortcuts; null where an extension may not. */
  onOpen: (() => void) | null
}

export function CommandList({ commands, onOpen }: Props) {
  return (
    <section className={styles.group} aria-labelledby="keys-of-browser">
      <h2 id="keys-of-browser">From the page</h2>
      <ul>
        {commands.map(({ keys, words }) => (
          <li key={words} className={styles.row}>
            <span className={styles.words}>{words}</span>
            {keys ? (
              <span className={styles.key}>
                <span className="visually-hidden">{keys}</span>
                <Keycap keys={keys} />
              </span>
            ) : (
              <span className={styles.none}>not set</span>
            )}
          </li>
        ))}
      </ul>
      {onOpen ? (
        <Button look="link" onClick={onOpen}>
          Change them in the browser
        </Button>
      ) : (
        <p className={styles.note}>To change them: Add-ons and themes, the cog wheel, Manage Extension Shortcuts.</p>
      )}
    </section>
  )
}
