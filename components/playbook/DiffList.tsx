// What changed between two versions, for somebody who works with the earlier one: one line for each step, then what changed around them.
import { changedSteps, type PlaybookDiff, type StepDiff } from '../../lib/domain/playbook-diff.ts'
import { conditionSentence } from '../editor/condition-sentence.ts'
import styles from './diff.module.css'

interface Props {
  diff: PlaybookDiff
  label: string
}

const marks = { added: '+', removed: '−', changed: '·' } as const

const markOf = ({ before, after }: StepDiff) => (before === null ? 'added' : after === null ? 'removed' : 'changed')

/** "is now required, now applies only when order.value is at least 1000". */
function wordsOf({ after, changes }: StepDiff): string {
  const condition = after?.when ? `, when ${conditionSentence(after.when)}` : ''
  return changes.map(({ kind, says }) => (kind === 'condition' ? `${says}${condition}` : says)).join('; ')
}

export function DiffList({ diff, label }: Props) {
  const steps = changedSteps(diff)
  if (steps.length + diff.texts.length === 0) return <p className={styles.same}>The steps are the same.</p>
  return (
    <ul className={styles.list} aria-label={label}>
      {steps.map((step) => (
        <li key={step.after ? step.after.id : `gone ${step.before?.id}`} data-mark={markOf(step)}>
          <span className={styles.mark} aria-hidden="true">
            {marks[markOf(step)]}
          </span>
          <span>
            <span className={styles.label}>“{step.label}”</span> {wordsOf(step)}.
          </span>
        </li>
      ))}
      {diff.texts.map(({ sentence }) => (
        <li key={sentence}>
          <span className={styles.mark} aria-hidden="true">
            ·
          </span>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  )
}
