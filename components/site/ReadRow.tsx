// One thing that a profile reads of a page: what it reads now, what lint says of it, and the ways to it.
import { type ReactNode, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import styles from './reading.module.css'
import type { SiteProblem } from './site-problems.ts'

interface Props {
  label: string
  /** Its name in playbooks. */
  name?: string
  /** Null where nothing is read. */
  value: string | null
  ways: number
  problems: SiteProblem[]
  isPointing: boolean
  onPoint: () => void
  onRemove?: () => void
  /** The ways one by one, shown on demand. */
  details: ReactNode
  children?: ReactNode
}

export function ReadRow({ label, name, value, ways, problems, isPointing, onPoint, onRemove, details, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <li className={styles.read} aria-label={label}>
      <div className={styles.head}>
        <h2 className={styles.label}>
          {label} {name && <code className={styles.mono}>{name}</code>}
        </h2>
        <Button aria-label={`Point at ${label}`} busy={isPointing} onClick={onPoint}>
          Point
        </Button>
      </div>
      <p dir="auto">{value ?? <span className={ways > 0 ? styles.amber : styles.muted}>{ways > 0 ? 'Nothing is read here' : 'Not said yet'}</span>}</p>
      {problems.map(({ message, fix, severity, path }) => (
        <p key={`${path.join('.')} ${message}`} className={severity === 'error' ? styles.fault : styles.amber}>
          {message} {fix}
        </p>
      ))}
      {(ways > 0 || onRemove) && (
        <div className={styles.row}>
          {ways > 0 && (
            <Button look="quiet" aria-label={`${ways} ${ways === 1 ? 'way' : 'ways'} to read ${label}`} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {ways} {ways === 1 ? 'way' : 'ways'}
            </Button>
          )}
          {onRemove && (
            <Button look="quiet" aria-label={`Remove ${label}`} onClick={onRemove}>
              Remove
            </Button>
          )}
        </div>
      )}
      {isOpen && details}
      {children}
    </li>
  )
}
