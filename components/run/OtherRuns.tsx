// The other open runs of this case, one tap away; "o" goes from one to the next.
import { useEffect, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './run.module.css'
import { isTyping } from './use-step-keys.ts'

export interface OtherRun {
  id: string
  title: string
  progress: string
}

export function OtherRuns({ others, onOpen }: { others: OtherRun[]; onOpen: (runId: string) => void }) {
  const newest = useRef({ others, onOpen })
  newest.current = { others, onOpen }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const first = newest.current.others[0]
      if (event.key !== 'o' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !first) return
      event.preventDefault()
      newest.current.onOpen(first.id)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  if (others.length === 0) return null
  return (
    <ul className={styles.others} aria-label="Also open on this case">
      {others.map(({ id, title, progress }, index) => (
        <li key={id}>
          <Button keys={index === 0 ? 'o' : null} onClick={() => onOpen(id)}>
            <span className={styles.otherTitle}>{title}</span>
            <span className={styles.otherProgress}>{progress}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
