// Makes the escalation this lead's, or says whose it is.
import { Button } from '@mantine/core'
import type { Escalation } from '../../lib/schema/escalation.ts'
import { Keycap } from '../ui/Keycap.tsx'
import styles from './composer.module.css'

interface Props {
  row: Escalation
  memberId: string
  busy: boolean
  onTake(): void
}

export function TakeButton({ row, memberId, busy, onTake }: Props) {
  if (row.takenBy?.id === memberId) return <span className={styles.holder}>You have it.</span>
  const isHeld = row.takenBy !== null
  return (
    <>
      <Button
        type="button"
        variant={isHeld ? 'default' : 'outline'}
        size="xs"
        aria-disabled={busy || undefined}
        onClick={() => busy || onTake()}
        aria-keyshortcuts="t"
      >
        {isHeld ? 'Take over' : 'Take'}
      </Button>
      {isHeld ? <span className={styles.holder}>{row.takenBy?.name} has it.</span> : <Keycap keys="T" />}
    </>
  )
}
