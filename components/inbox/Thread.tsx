// Everything that happened to an escalation, oldest first. What was said stands out from what merely happened.
import type { ThreadEntry } from '../../lib/schema/escalation.ts'
import { instantOf, momentOf } from './age.ts'
import styles from './thread.module.css'

interface Props {
  entries: ThreadEntry[]
  memberId: string
  now: number
}

const said: Record<ThreadEntry['kind'], string> = {
  seen: 'saw it',
  taken: 'took it',
  question: 'asked',
  answer: 'answered',
  amendment: 'added',
  ruling: 'ruled',
  withdrawal: 'withdrew it',
}

export function Thread({ entries, memberId, now }: Props) {
  if (entries.length === 0) return null
  return (
    <section className={styles.thread} aria-labelledby="thread-title">
      <h2 id="thread-title">Thread</h2>
      <ol>
        {entries.map((entry) => (
          <li key={entry.id} data-kind={entry.kind}>
            <p className={styles.who}>
              <strong>{entry.by.id === memberId ? 'You' : entry.by.name}</strong> {said[entry.kind]}
              {entry.severity !== null && <span> and set the severity to {entry.severity}</span>}
              <time dateTime={new Date(entry.at).toISOString()} title={instantOf(entry.at)}>
                {momentOf(entry.at, now)}
              </time>
            </p>
            {/* The ruling stands above, whole. */}
            {entry.text !== '' && entry.kind !== 'ruling' && <p className={styles.text}>{entry.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
