// One thing to know, with what to do about it. Amber: a person is needed. Red: loss. Plain: everything else.
import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface Props {
  tone?: 'plain' | 'amber' | 'red'
  title?: string
  children?: ReactNode
  actions?: ReactNode
  /** Announce it when it appears. */
  live?: boolean
}

export function Notice({ tone = 'plain', title, children, actions, live = false }: Props) {
  return (
    <div className={styles.notice} data-tone={tone} role={live ? 'status' : undefined}>
      {title && <p className={styles.title}>{title}</p>}
      {children && <div className={styles.body}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
