// Under a step that was answered: what hangs on it, and, while it is looked at, who answered, when, and how long it took.
import type { VisibleStep } from '../../lib/domain/run.ts'
import { clockOf, proofTally, tookMeaning, tookWords } from '../proof/proof-words.ts'
import styles from './step.module.css'

const said = { done: 'Done', skipped: 'Skipped', 'not-applicable': 'Not applicable' } as const

interface Props {
  shown: VisibleStep
  isCurrent: boolean
  /** The evidence itself is in sight. */
  isOpened: boolean
  /** Who looks: of others the name is said. */
  memberId: string | null
}

export function StepWork({ shown: { record }, isCurrent, isOpened, memberId }: Props) {
  const state = record?.state ?? 'open'
  const tally = isOpened ? '' : proofTally(record)

  return (
    <>
      {tally && <p className={styles.work}>{tally}</p>}
      {isCurrent && record && state !== 'open' && (
        <p className={styles.work}>
          {said[state]} {clockOf(record.at)}
          {record.by && record.by.id !== memberId && ` by ${record.by.name}`}
          {record.tookMs !== undefined && <span title={tookMeaning}>, took {tookWords(record.tookMs)}</span>}
        </p>
      )}
      {record?.override && (
        <p className={styles.work}>
          Decided with {record.override.open.length === 1 ? '1 step' : `${record.override.open.length} steps`} open: {record.override.reason}
        </p>
      )}
    </>
  )
}
