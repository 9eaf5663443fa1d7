// The playbooks that fit this page, best first, each with why it is shown. Started ones say how far they are; what does not belong to the
// case can be put away, and comes back from the line below.
import { useRef } from 'react'
import type { Match } from '../../lib/schema/case.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import { useKeyOf } from '../ui/use-action.ts'
import styles from './playbook.module.css'
import { useSuggestionKeys } from './use-suggestion-keys.ts'

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
  const backKey = useKeyOf('bring-back')
  const list = useRef<HTMLUListElement>(null)
  const isStarted = (playbookId: string) => suggestions.some((one) => one.playbookId === playbookId && one.progress)
  useSuggestionKeys(list, {
    ids: suggestions.map(({ playbookId }) => playbookId),
    mayPutAway: (playbookId) => !isStarted(playbookId),
    away: putAway.map(({ playbookId }) => playbookId),
    onOpen,
    onPin,
    onPutAway,
    onBringBack,
  })
  return (
    <>
      <ul ref={list} className={styles.list} aria-label="Playbooks for this page">
        {suggestions.map(({ playbookId, title, severity, reasons, progress, isPinned }, index) => (
          <li key={playbookId} className={styles.item}>
            <button
              type="button"
              data-suggestion
              aria-keyshortcuts={index < 9 ? `${index + 1}` : undefined}
              className={styles.row}
              onClick={() => onOpen(playbookId)}
            >
              <span className={styles.title}>
                <span>
                  {index < 9 && (
                    <span className={styles.number} aria-hidden="true">
                      {index + 1}{' '}
                    </span>
                  )}
                  <bdi>{title}</bdi>
                </span>{' '}
                {severity && <SeverityMark severity={severity} />}
              </span>
              {progress && <span className={styles.progress}>{progress}</span>}
              {reasons.length > 0 && <span className={styles.reason}>Shown because {reasons.slice(0, 2).join(', and ')}</span>}
              {isPinned && <span className={styles.reason}>Pinned</span>}
            </button>
            <Menu
              label={`More for suggestion ${index + 1}`}
              title={`More for ${title}`}
              className={styles.more}
              isKeyed={false}
              actions={[
                { label: isPinned ? 'Unpin' : 'Pin to the top', action: 'pin', act: () => onPin(playbookId) },
                ...(progress
                  ? []
                  : [{ label: 'Not this one', action: 'put-away' as const, hint: 'Puts it away on this case', act: () => onPutAway(playbookId) }]),
              ]}
            />
          </li>
        ))}
      </ul>
      {putAway.map(({ playbookId, title }, index) => (
        <p key={playbookId} className={styles.away}>
          <span>Put away on this case: {title}</span>
          <Button look="quiet" keys={index === putAway.length - 1 ? (backKey?.words ?? null) : null} onClick={() => onBringBack(playbookId)}>
            <span>
              Bring back<span className="visually-hidden"> {title}</span>
            </span>
          </Button>
        </p>
      ))}
    </>
  )
}
