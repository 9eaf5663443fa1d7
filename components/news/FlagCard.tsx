// An own flag and what became of it.
import type { ReactNode } from 'react'
import type { OwnFlag } from '../../lib/schema/flag.ts'
import { agoInWords } from '../ui/time-words.ts'
import { asKind, standingOfFlag } from './flag-words.ts'
import styles from './news.module.css'

interface Props {
  flag: OwnFlag
  now: number
  /** What can be done about it. */
  children?: ReactNode
}

export function FlagCard({ flag, now, children }: Props) {
  const { content, record } = flag
  const last = record?.answers.at(-1)
  const at = last?.at ?? content.createdAt
  const what = content.stepId === null ? `${content.playbook.title}` : `“${content.label}” in ${content.playbook.title}`
  return (
    <div className={styles.note}>
      <p className={styles.by}>
        <strong>{standingOfFlag(flag)}</strong>
        <time dateTime={new Date(at).toISOString()}>{agoInWords(at, now)}</time>
      </p>
      {last?.text && <p className={styles.said}>{last.text}</p>}
      <p className={styles.muted}>
        You flagged {what}, version {content.playbook.version}, {asKind[content.kind]}
        {content.word && `: ${content.word}`}
      </p>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}
