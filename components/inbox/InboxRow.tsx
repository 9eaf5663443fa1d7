// One escalation as a line of the list: severity, number, title, who, age, where it stands, queue.

import { memo } from 'react'
import { caseTitle } from '../../lib/domain/case-title.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import { ageOf, instantOf } from './age.ts'
import { needsPerson } from './inbox-filter.ts'
import styles from './inbox-list.module.css'
import { standingFor } from './standing-words.ts'

interface Props {
  row: Escalation
  memberId: string
  /** Rounded to the clock's step, so that rows are not drawn again for nothing. */
  now: number
  isOpen: boolean
  isCursor: boolean
  href: string
  onFocus(id: string): void
}

export const InboxRow = memo(function InboxRow({ row, memberId, now, isOpen, isCursor, href, onFocus }: Props) {
  const { content } = row
  const standing = standingFor(row, memberId)
  return (
    <a
      href={href}
      className={styles.row}
      data-unseen={row.status === 'delivered' || undefined}
      data-over={row.status === 'ruled' || row.status === 'withdrawn' || undefined}
      data-cursor={isCursor || undefined}
      aria-current={isOpen ? 'true' : undefined}
      tabIndex={isCursor ? 0 : -1}
      onFocus={() => onFocus(content.id)}
    >
      <SeverityMark severity={row.severity} />
      <span className={styles.first}>
        <span className={styles.title}>{caseTitle(content.case)}</span>
        <time className={styles.age} dateTime={new Date(row.receivedAt).toISOString()} title={instantOf(row.receivedAt)}>
          {ageOf(row.receivedAt, now)}
        </time>
      </span>
      <span className={styles.number}>#{row.number}</span>
      <span className={styles.second}>
        <span className={styles.facts}>
          {row.by.name}
          <span className={styles.separator}>·</span>
          {content.queue}
        </span>
        <span className={styles.standing} data-waits={needsPerson(row) || undefined}>
          {standing.words}
        </span>
      </span>
    </a>
  )
})
