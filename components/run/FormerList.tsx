// At the end of a run: every answer that no longer counts, as it was given. Nothing that was answered goes out of sight.
import type { FormerAnswer } from '../../lib/schema/run.ts'
import { formerWords } from './former-words.ts'
import styles from './move.module.css'

export function FormerList({ former }: { former: FormerAnswer[] }) {
  if (former.length === 0) return null
  return (
    <details className={styles.formerList}>
      <summary>
        {former.some(({ by }) => by) ? 'Other answers' : 'Answers from earlier versions'} ({former.length})
      </summary>
      <ul>
        {former.map((one) => (
          <li key={`${one.version} ${one.record.stepId} ${one.record.at}`}>
            <span className={styles.formerLabel}>{one.label}</span>
            <span className={styles.former}>
              {formerWords(one)}
              {one.stepId === null && !one.by && '. The step is gone.'}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
