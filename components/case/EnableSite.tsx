// The offer to use Handrail on the site in view. The browser asks its own question inside the click.
import { Button } from '../ui/Button.tsx'
import styles from './case.module.css'

interface Props {
  origin: string
  fault: string | null
  onEnable: () => void
}

export function EnableSite({ origin, fault, onEnable }: Props) {
  return (
    <div className={styles.enable}>
      <Button action="enable-site" onClick={onEnable}>
        Use Handrail on this site
      </Button>
      <p className={styles.access}>
        {fault ?? `It will read cases on ${origin.replace(/^https?:\/\//, '')} and show its launcher there. Nothing is read before.`}
      </p>
    </div>
  )
}
