// One case of "My cases": the whole row opens it; the box beside it chooses it to be handed over.
import type { CaseRow } from '../../lib/schema/cases.ts'
import { agoInWords } from '../ui/time-words.ts'
import { caseWords, siteWords } from './case-words.ts'
import styles from './my-cases.module.css'

interface Props {
  row: CaseRow
  now: number
  isCurrent: boolean
  /** Null where it cannot be handed over. */
  isChosen: boolean | null
  onOpen: () => void
  onChoose: () => void
}

export function MyCaseRow({ row, now, isCurrent, isChosen, onOpen, onChoose }: Props) {
  const { place, workedAt, escalation } = row
  const words = [siteWords(place), ...caseWords(row)].filter((word) => word !== null)
  return (
    <div className={styles.row}>
      {isChosen === null ? (
        <span />
      ) : (
        <input type="checkbox" className={styles.choice} checked={isChosen} aria-label={`Choose ${place.title}`} onChange={onChoose} />
      )}
      <button type="button" className={styles.open} data-case={place.key} aria-current={isCurrent || undefined} onClick={onOpen}>
        <span className={styles.title} title={place.title}>
          {place.title}
        </span>
        <time className={styles.ago} dateTime={new Date(workedAt).toISOString()}>
          {agoInWords(workedAt, now)}
        </time>
        <span className={styles.words} data-asks={escalation === 'asked' || escalation === 'refused' || undefined}>
          {isCurrent && 'On screen now. '}
          {words.join(' · ')}
        </span>
      </button>
    </div>
  )
}
