// The keys as they are set in this browser.
import { useEffect, useState } from 'react'
import type { Browser } from '../../lib/browser.ts'
import styles from './welcome.module.css'

const does: Record<string, string> = {
  _execute_action: 'Open the panel with the page read',
  'toggle-rail': 'Show or hide the rail in the page',
  escalate: 'Escalate the page at once, with Undo in a notification',
}

export function KeysStep({ browser }: { browser: Browser }) {
  const [commands, setCommands] = useState<{ name: string; shortcut: string }[]>([])
  useEffect(() => {
    browser.commands.getAll().then(
      (all) => setCommands(all.map(({ name, shortcut }) => ({ name: name ?? '', shortcut: shortcut ?? '' }))),
      () => setCommands([]),
    )
  }, [browser])
  const known = commands.filter(({ name }) => name in does)
  if (known.length === 0) return null
  return (
    <section className={styles.step} aria-label="Keys">
      <h2>Three keys worth knowing</h2>
      <dl className={styles.keys}>
        {known.map(({ name, shortcut }) => (
          <div key={name}>
            <dt>
              <kbd>{shortcut || 'Not set'}</kbd>
            </dt>
            <dd>{does[name]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.muted}>They can be changed on the browser's page of extension shortcuts. Inside the panel, ? lists all others.</p>
    </section>
  )
}
