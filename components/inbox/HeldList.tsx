// Holds the list still while the pointer is over it. The bar of arrivals stands below the rows, so that not even it moves them.
import type { ReactNode } from 'react'
import type { Escalation } from '../../lib/schema/escalation.ts'
import styles from './inbox-list.module.css'
import { NewArrivals } from './NewArrivals.tsx'

interface Props {
  held: boolean
  waiting: Escalation[]
  onHold(held: boolean): void
  onShow(): void
  children: ReactNode
}

export function HeldList({ held, waiting, onHold, onShow, children }: Props) {
  return (
    <div className={styles.held} data-held={held} onPointerOver={() => onHold(true)} onPointerLeave={() => onHold(false)}>
      {children}
      <NewArrivals waiting={waiting} onShow={onShow} />
    </div>
  )
}
