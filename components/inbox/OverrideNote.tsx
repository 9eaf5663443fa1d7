// That a decision was taken, or a run closed, with required steps open: why, and which. It cannot be overlooked.
import type { Override } from '../../lib/schema/run.ts'
import styles from './run.module.css'

export function OverrideNote({ override: { reason, open, by }, doing }: { override: Override; doing: 'Decided' | 'Closed' }) {
  const count = open.length === 1 ? '1 step' : `${open.length} steps`
  return (
    <div className={styles.override}>
      <p>
        {doing}
        {by && ` by ${by.name}`} with {count} open: {reason}
      </p>
      <ul>
        {open.map(({ stepId, label }) => (
          <li key={stepId}>{label}</li>
        ))}
      </ul>
    </div>
  )
}
