// Coaching notes as a lead reads them: what was written, and whether it was read.
import type { CoachingNote } from '../../lib/schema/coaching.ts'
import { momentOf } from '../inbox/age.ts'
import styles from './coaching.module.css'

interface Props {
  /** Newest first. */
  notes: CoachingNote[]
  memberId: string
  now: number
  label: string
}

export function NoteList({ notes, memberId, now, label }: Props) {
  if (notes.length === 0) return null
  return (
    <ol className={styles.notes} aria-label={label}>
      {notes.map(({ content, replies }) => (
        <li key={content.id}>
          <p className={styles.who}>
            <strong>{content.by.id === memberId ? 'You' : content.by.name}</strong> wrote to {content.to.name}
            {content.about && ` about #${content.about.number}`}
            <time dateTime={new Date(content.at).toISOString()}>{momentOf(content.at, now)}</time>
          </p>
          <p className={styles.text}>{content.text}</p>
          {replies.length === 0 && <p className={styles.who}>Not read yet</p>}
          {replies.map(({ id, at, text }) => (
            <p key={id} className={styles.who}>
              {text ? (
                <>
                  <strong>{content.to.name}</strong> answered <time dateTime={new Date(at).toISOString()}>{momentOf(at, now)}</time>
                  <span className={styles.text}>{text}</span>
                </>
              ) : (
                <>
                  Read <time dateTime={new Date(at).toISOString()}>{momentOf(at, now)}</time>
                </>
              )}
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}
