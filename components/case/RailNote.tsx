// Why no launcher shows on this site, and how it comes back.
import type { RailSettings } from '../../lib/schema/page.ts'
import { Button } from '../ui/Button.tsx'
import { useNow } from '../ui/use-now.ts'
import styles from './case.module.css'
import { restOf } from './rail-words.ts'

export function RailNote({ rail, onWake }: { rail: RailSettings; onWake: () => void }) {
  const now = useNow(30_000)
  const rest = restOf(rail, now)
  if (!rest) return null
  return (
    <p className={styles.access}>
      {rest.words}: the launcher does not show on this site.{' '}
      <Button look="link" onClick={onWake}>
        {rest.kind === 'off' ? 'Switch on again' : 'Show it now'}
      </Button>
    </p>
  )
}
