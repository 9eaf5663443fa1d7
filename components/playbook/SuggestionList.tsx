// The playbooks that fit this page, best first, each with why it is shown. Started ones say how far they are.
import type { Match } from '../../lib/schema/case.ts'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import styles from './playbook.module.css'

export interface Suggestion extends Match {
  /** "3 of 8 done", when a run of it is open or closed on this case. */
  progress: string | null
}

interface Props {
  suggestions: Suggestion[]
  onOpen: (playbookId: string) => void
}

export function SuggestionList({ suggestions, onOpen }: Props) {
  return (
    <ul className={styles.list} aria-label="Playbooks for this page">
      {suggestions.map(({ playbookId, title, severity, reasons, progress }) => (
        <li key={playbookId}>
          <button type="button" className={styles.row} onClick={() => onOpen(playbookId)}>
            <span className={styles.title}>
              {title} {severity && <SeverityMark severity={severity} />}
            </span>
            {progress && <span className={styles.progress}>{progress}</span>}
            {reasons.length > 0 && <span className={styles.reason}>Shown because {reasons.slice(0, 2).join(', and ')}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
