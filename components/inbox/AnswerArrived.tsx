// Says that an answer came while the escalation was being read, and goes to it on request.
import type { LatestWord } from '../../lib/domain/latest-word.ts'
import { momentOf } from './age.ts'
import styles from './reading-pane.module.css'

interface Props {
  word: LatestWord | null
  now: number
  onShow(): void
}

export function AnswerArrived({ word, now, onShow }: Props) {
  const newest = word?.answers.at(-1)
  return (
    <div className={styles.arrived} role="status">
      {newest && (
        <button type="button" onClick={onShow}>
          {newest.by.name} answered, {momentOf(newest.at, now)}. Show the answer
        </button>
      )}
    </div>
  )
}
