// A severity as letter + shape + colour, so that it is told apart without colour. Red is for S1 only.
import type { Severity } from '../../lib/schema/playbook.ts'
import styles from './severity-mark.module.css'

const shapes: Record<Severity, string> = {
  S1: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  S2: 'M8 1l7 7-7 7-7-7z',
  S3: 'M2 2h12v12H2z',
  S4: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
}
const words: Record<Severity, string> = { S1: 'critical', S2: 'high', S3: 'normal', S4: 'low' }

export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span
      className={styles.mark}
      data-severity={severity}
      role="img"
      aria-label={`Severity ${severity}, ${words[severity]}`}
      title={`${severity}, ${words[severity]}`}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[severity]} />
      </svg>
      {severity}
    </span>
  )
}
