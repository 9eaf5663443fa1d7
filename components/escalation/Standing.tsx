// Where the newest escalation stands, in words, with Undo while it is still here and its thread one click away.
import { standingOf } from '../../lib/domain/standing.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import { Button } from '../ui/Button.tsx'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { useNow } from '../ui/use-now.ts'
import styles from './escalation.module.css'

interface Props {
  own: OwnEscalation
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onUndo: () => void
}

const icons: Partial<Record<string, IconName>> = { asked: 'person', refused: 'attention', ruled: 'check', undone: 'back' }

export function Standing({ own, isOpen, onOpen, onUndo }: Props) {
  const now = useNow(own.local === 'held' ? 250 : null)
  const { word, sentence } = standingOf(own, now)
  const isHeld = own.local === 'held'
  return (
    <div className={styles.standing} data-word={word}>
      <Icon name={icons[word] ?? 'escalate'} />
      <p>
        <span aria-hidden={isHeld || undefined}>
          {own.record && <span className={styles.number}>#{own.record.number} </span>}
          {sentence}
        </span>
        {/* Said once, not every second. */}
        <span className="visually-hidden" role="status">
          {isHeld ? 'Saved on this device. It can be undone for 5 seconds.' : sentence}
        </span>
      </p>
      {word === 'held' && <GuardedButton onAct={onUndo}>Undo</GuardedButton>}
      {!isHeld && word !== 'undone' && (
        <Button look="link" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          {isOpen ? 'Hide' : 'Show'}
        </Button>
      )}
    </div>
  )
}
