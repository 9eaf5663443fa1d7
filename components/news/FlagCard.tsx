// An own flag and what became of it.
import type { OwnFlag } from '../../lib/schema/flag.ts'
import { asKind, standingOfFlag } from './flag-words.ts'
import styles from './news.module.css'

export function FlagCard({ flag }: { flag: OwnFlag }) {
  const { content, record } = flag
  const last = record?.answers.at(-1)
  const what = content.stepId === null ? `${content.playbook.title}` : `“${content.label}” in ${content.playbook.title}`
  return (
    <div className={styles.note}>
      <p>
        <strong>{standingOfFlag(flag)}</strong>
      </p>
      {last?.text && <p className={styles.said}>{last.text}</p>}
      <p className={styles.muted}>
        You flagged {what}, version {content.playbook.version}, {asKind[content.kind]}
        {content.word && `: ${content.word}`}
      </p>
    </div>
  )
}
