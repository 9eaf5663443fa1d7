// The playbooks that fit this page, best first, each with why it is shown. Started ones say how far they are; what does not belong to the
// case can be put away, and comes back from the line below.
import type { Match } from '../../lib/schema/case.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import styles from './playbook.module.css'

export interface Suggestion extends Match {
  /** "3 of 8 done", when a run of it is open or closed on this case. */
  progress: string | null
  isPinned: boolean
}

interface Props {
  suggestions: Suggestion[]
  putAway: Match[]
  onOpen: (playbookId: string) => void
  onPin: (playbookId: string) => void
  onPutAway: (playbookId: string) => void
  onBringBack: (playbookId: string) => void
}

export function SuggestionList({ suggestions, putAway, onOpen, onPin, onPutAway, onBringBack }: Props) {
  return (
    <>
      <ul className={styles.list} aria-label="Playbooks for this page">
        {suggestions.map(({ playbookId, title, severity, reasons, progress, isPinned }, index) => (
          <li key={playbookId} className={styles.item}>
            <button type="button" className={styles.row} onClick={() => onOpen(playbookId)}>
              <span className={styles.title}>
                {title} {severity && <SeverityMark severity={severity} />}
              </span>
              {progress && <span className={styles.progress}>{progress}</span>}
              {reasons.length > 0 && <span className={styles.reason}>Shown because {reasons.slice(0, 2).join(', and ')}</span>}
              {isPinned && <span className={styles.reason}>Pinned</span>}
            </button>
            <Menu
              label={`More for suggestion ${index + 1}`}
              title={`More for ${title}`}
              className={styles.more}
              actions={[
                { label: isPinned ? 'Unpin' : 'Pin to the top', act: () => onPin(playbookId) },
                ...(progress ? [] : [{ label: 'Not this one', hint: 'Puts it away on this case', act: () => onPutAway(playbookId) }]),
              ]}
            />
          </li>
        ))}
      </ul>
      {putAway.map(({ playbookId, title }) => (
        <p key={playbookId} className={styles.away}>
          <span>Put away on this case: {title}</span>
          <Button look="quiet" aria-label={`Bring back ${title}`} onClick={() => onBringBack(playbookId)}>
            Bring back
          </Button>
        </p>
      ))}
    </>
  )
}
