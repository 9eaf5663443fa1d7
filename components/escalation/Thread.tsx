// What was said about an escalation, oldest first, with the ruling and its rationale.
import type { Escalation, ThreadEntry } from '../../lib/schema/escalation.ts'
import { agoInWords } from '../ui/time-words.ts'
import styles from './escalation.module.css'

const said: Record<ThreadEntry['kind'], string> = {
  seen: 'saw it',
  taken: 'took it',
  question: 'asked',
  answer: 'answered',
  amendment: 'added',
  ruling: 'ruled',
  withdrawal: 'withdrew it',
}

export function Thread({ record, now }: { record: Escalation; now: number }) {
  return (
    <ol className={styles.thread} aria-label={`Thread of #${record.number}`}>
      {record.thread.map((entry) => (
        <li key={entry.id} data-kind={entry.kind}>
          <p className={styles.by}>
            <span>
              <strong>{entry.by.name}</strong> {said[entry.kind]}
              {entry.kind === 'ruling' && record.ruling && <strong>: {record.ruling.outcome}</strong>}
              {entry.severity && `, severity ${entry.severity}`}
            </span>
            <time dateTime={new Date(entry.at).toISOString()}>{agoInWords(entry.at, now)}</time>
          </p>
          {entry.text && <p className={styles.said}>{entry.text}</p>}
        </li>
      ))}
    </ol>
  )
}
