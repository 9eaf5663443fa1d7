// The other open runs of this case, one tap away; a key goes from one to the next.
import { Button } from '../ui/Button.tsx'
import styles from './run.module.css'

export interface OtherRun {
  id: string
  title: string
  progress: string
}

export function OtherRuns({ others, onOpen }: { others: OtherRun[]; onOpen: (runId: string) => void }) {
  if (others.length === 0) return null
  return (
    <ul className={styles.others} aria-label="Also open on this case">
      {others.map(({ id, title, progress }, index) => (
        <li key={id}>
          <Button action={index === 0 ? 'other-run' : undefined} onClick={() => onOpen(id)}>
            <span className={styles.otherTitle}>{title}</span>
            <span className={styles.otherProgress}>{progress}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
