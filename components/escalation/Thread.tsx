// What was said about an escalation, oldest first. What asks for attention now stands above it and is not said twice.
import type { Escalation, ThreadEntry } from '../../lib/schema/escalation.ts'
import { agoInWords } from '../ui/time-words.ts'
import styles from './escalation.module.css'
import { threadLines } from './thread-lines.ts'

interface Props {
  record: Escalation
  /** Entries that are shown elsewhere, by id. */
  without: ThreadEntry[]
  now: number
}

export function Thread({ record, without, now }: Props) {
  const lines = threadLines(record.thread.filter((entry) => !without.includes(entry)))
  if (lines.length === 0) return null
  return (
    <ol className={styles.thread} aria-label={`Thread of #${record.number}`}>
      {lines.map(({ entry, said }) => (
        <li key={entry.id} data-kind={entry.kind}>
          <p className={styles.by}>
            <span>
              <strong>{entry.by.name}</strong> {said}
              {entry.severity && `, severity ${entry.severity}`}
            </span>
            <time dateTime={new Date(entry.at).toISOString()}>{agoInWords(entry.at, now)}</time>
          </p>
          {entry.text && (
            <p className={styles.said} dir="auto">
              {entry.text}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
