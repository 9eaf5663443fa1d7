// One site: whether the rail shows there, and the button that changes it.
import { restOf } from '../../components/case/rail-words.ts'
import { Button } from '../../components/ui/Button.tsx'
import type { SiteState } from '../../lib/schema/settings.ts'
import styles from './welcome.module.css'

interface Props {
  site: SiteState
  now: number
  onOn: () => void
  onOff: () => void
}

function stateWords({ enabled, granted, rail }: SiteState, now: number): string {
  if (enabled && !granted) return 'Waiting for your permission'
  return enabled ? (restOf(rail, now)?.words ?? 'On') : 'Off'
}

export function SiteRow({ site, now, onOn, onOff }: Props) {
  const { origin, profile, enabled, granted, rail } = site
  const isAllowed = enabled && granted
  const isResting = isAllowed && restOf(rail, now) !== null
  return (
    <li>
      <span>
        {profile ?? origin}
        <small>
          {stateWords(site, now)}
          {profile && `, ${origin}`}
        </small>
      </span>
      <span className={styles.actions}>
        {isResting && (
          <Button onClick={onOn} aria-label={`Switch on again on ${origin}`}>
            Switch on again
          </Button>
        )}
        {isAllowed ? (
          <Button onClick={onOff} aria-label={`Turn off on ${origin}`}>
            Turn off
          </Button>
        ) : (
          <Button onClick={onOn} aria-label={`Allow ${origin}`}>
            Allow
          </Button>
        )}
      </span>
    </li>
  )
}
