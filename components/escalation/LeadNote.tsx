// What a lead said and what the agent has to know first: the ruling with its rationale, or the question that waits for an answer.
import type { ReactNode } from 'react'
import type { MemberRef } from '../../lib/schema/member.ts'
import { agoInWords } from '../ui/time-words.ts'
import styles from './escalation.module.css'

interface Props {
  kind: 'ruling' | 'question'
  by: MemberRef
  at: number
  now: number
  /** The outcome of a ruling. */
  title?: string
  text: string
  children?: ReactNode
}

export function LeadNote({ kind, by, at, now, title, text, children }: Props) {
  return (
    <div className={styles.lead} data-kind={kind}>
      <p className={styles.by}>
        <span>
          <strong>{by.name}</strong> {kind === 'ruling' ? 'ruled' : 'asks'}
        </span>
        <time dateTime={new Date(at).toISOString()}>{agoInWords(at, now)}</time>
      </p>
      {title && (
        <p className={styles.outcome} dir="auto">
          {title}
        </p>
      )}
      <p className={styles.said} dir="auto">
        {text}
      </p>
      {children}
    </div>
  )
}
