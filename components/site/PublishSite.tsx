// The end of making a profile: what still keeps it from being published, whether somebody looked at real cases, and the publish itself.
import { GuardedButton } from '../ui/GuardedButton.tsx'
import styles from './reading.module.css'
import type { SiteProblem } from './site-problems.ts'

interface Props {
  problems: SiteProblem[]
  faults: number
  isChanged: boolean
  isBusy: boolean
  isVerified: boolean
  onVerified: (isVerified: boolean) => void
  onPublish: () => void
}

export function PublishSite({ problems, faults, isChanged, isBusy, isVerified, onVerified, onPublish }: Props) {
  return (
    <section className={styles.fresh} aria-label="Publish">
      {problems.map(({ message, fix, severity, path }) => (
        <p key={`${path.join('.')} ${message}`} className={severity === 'error' ? styles.fault : styles.amber}>
          {message} {fix}
        </p>
      ))}
      <label className={styles.way}>
        <input type="checkbox" checked={isVerified} onChange={({ target }) => onVerified(target.checked)} />
        <span>I have looked at real cases, and they are read right. My name and the day are published with it.</span>
      </label>
      <div className={styles.row}>
        <GuardedButton look="primary" disabled={faults > 0 || !isChanged} busy={isBusy} onAct={onPublish}>
          Publish for the team
        </GuardedButton>
        {faults > 0 && (
          <span className={styles.muted}>{faults === 1 ? 'One thing keeps it from being published.' : `${faults} things keep it from being published.`}</span>
        )}
        {faults === 0 && !isChanged && <span className={styles.muted}>Nothing is changed.</span>}
      </div>
    </section>
  )
}
