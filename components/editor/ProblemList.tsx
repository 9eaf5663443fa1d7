// Every fault of the source with its repair. A press leads to the line.

import styles from './editor.module.css'
import type { Fault } from './fault.ts'

interface Props {
  faults: Fault[]
  onLine(line: number): void
}

const words = { error: 'Error', warning: 'Warning', hint: 'Hint' }

export function ProblemList({ faults, onLine }: Props) {
  if (faults.length === 0) return <p className={styles.clean}>No problems.</p>
  return (
    <ul className={styles.faults} aria-label="Problems">
      {faults.map((fault) => (
        <li key={`${fault.line}:${fault.column} ${fault.code} ${fault.message}`}>
          <button type="button" onClick={() => onLine(fault.line)} data-severity={fault.severity}>
            <span className={styles.where}>Line {fault.line}</span>
            <span>
              <strong>{words[fault.severity]}:</strong> {fault.message} <span className={styles.fix}>{fault.fix}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
