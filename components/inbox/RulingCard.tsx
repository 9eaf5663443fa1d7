// The decision, as everybody on the case reads it.
import { IconGavel } from '@tabler/icons-react'
import type { Ruling } from '../../lib/schema/escalation.ts'
import { instantOf, momentOf } from './age.ts'
import styles from './thread.module.css'

interface Props {
  ruling: Ruling
  memberId: string
  now: number
}

export function RulingCard({ ruling, memberId, now }: Props) {
  return (
    <section className={styles.ruling} aria-labelledby="ruling-title">
      <h2 id="ruling-title">
        <IconGavel size={16} aria-hidden /> {ruling.outcome}
      </h2>
      <p className={styles.text}>{ruling.rationale}</p>
      <p className={styles.who}>
        Ruled by <strong>{ruling.by.id === memberId ? 'you' : ruling.by.name}</strong>
        <time dateTime={new Date(ruling.at).toISOString()} title={instantOf(ruling.at)}>
          {momentOf(ruling.at, now)}
        </time>
      </p>
    </section>
  )
}
