// Playbooks that fit this page and that a negative trigger keeps from being shown, each with why. Folded: on most cases nobody asks.
import type { KeptBack } from '../../lib/schema/case.ts'
import styles from './playbook.module.css'

interface Props {
  keptBack: KeptBack[]
  onOpen: (playbookId: string) => void
}

export function KeptBackList({ keptBack, onOpen }: Props) {
  if (keptBack.length === 0) return null
  return (
    <details className={styles.keptBack}>
      <summary>Kept back on this case ({keptBack.length})</summary>
      <ul className={styles.list} aria-label="Playbooks kept back on this case">
        {keptBack.map(({ playbookId, title, against }) => (
          <li key={playbookId}>
            <button type="button" className={styles.row} onClick={() => onOpen(playbookId)}>
              <span className={styles.title}>{title}</span>
              <span className={styles.reason}>Not shown because {against.slice(0, 2).join(', and ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
