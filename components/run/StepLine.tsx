// A step that needs nothing more, on one line. A click opens it again.
import { Icon } from '../ui/Icon.tsx'
import styles from './step.module.css'

interface Props {
  label: string
  state: 'done' | 'not-applicable' | 'skipped'
  /** The answer that was given, or the reason why not. */
  answer: string | null
  isClosed: boolean
  onReopen: () => void
}

const said = { done: 'Done', 'not-applicable': 'Not applicable', skipped: 'Skipped' } as const
const icon = { done: 'check', 'not-applicable': 'dash', skipped: 'next' } as const

export function StepLine({ label, state, answer, isClosed, onReopen }: Props) {
  const prefix = state === 'done' ? '' : `${said[state]}: `
  return (
    <button
      type="button"
      className={styles.line}
      data-state={state}
      data-primary
      disabled={isClosed}
      title={isClosed ? undefined : 'Open this step again'}
      onClick={onReopen}
    >
      <span className={styles.marker} data-state={state}>
        <Icon name={icon[state]} />
      </span>
      <span className={styles.lineText}>
        <span className="visually-hidden">{said[state]}: </span>
        <span className={styles.lineLabel} dir="auto">
          {label}
        </span>
        {answer && <span className={styles.answer} dir="auto">{`${prefix}${answer}`}</span>}
      </span>
    </button>
  )
}
