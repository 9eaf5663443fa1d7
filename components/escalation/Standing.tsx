// Where an escalation stands, in words: the whole line opens its thread, and while it is still here it can be undone.
import { standingOf, type Way } from '../../lib/domain/standing.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import { useAction, useKeyOf } from '../ui/use-action.ts'
import { useNow } from '../ui/use-now.ts'
import styles from './escalation.module.css'
import { unopenedWords } from './unopened-words.ts'

interface Props {
  own: OwnEscalation
  /** Whether anything leaves this device by itself. */
  session: Way
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onUndo: () => void
  /** The one that the keys of the panel mean: what its key does. */
  onKey?: () => void
}

const icons: Partial<Record<string, IconName>> = { asked: 'person', refused: 'attention', ruled: 'check', undone: 'back' }

export function Standing({ own, session, isOpen, onOpen, onUndo, onKey }: Props) {
  const isHeld = own.local === 'held'
  const now = useNow(isHeld ? 250 : own.record?.status === 'delivered' ? 30_000 : null)
  const { word, sentence } = standingOf(own, now, session)
  const unopened = unopenedWords(own, now)
  const words = (
    <>
      <Icon name={icons[word] ?? 'escalate'} />
      <span className={styles.sentence} aria-hidden={isHeld || undefined}>
        {own.record && <span className={styles.number}>#{own.record.number} </span>}
        {sentence}
        {unopened && <span className={styles.unopened}> {unopened}</span>}
      </span>
    </>
  )
  const key = useKeyOf(onKey ? 'thread' : undefined)
  const opens = !isHeld && word !== 'undone'
  useAction(onKey && opens ? 'thread' : undefined, () => onKey?.())
  return (
    <div className={styles.standing} data-word={word}>
      {opens ? (
        <button type="button" className={styles.line} aria-expanded={isOpen} aria-keyshortcuts={key?.aria} onClick={() => onOpen(!isOpen)}>
          {words}
          <span className={styles.toggle}>
            {isOpen ? 'Hide' : 'Show'} {key && <Keycap keys={key.words} />}
          </span>
        </button>
      ) : (
        <p className={styles.line}>{words}</p>
      )}
      {/* Said once, not every second. */}
      <span className="visually-hidden" role="status">
        {isHeld ? 'Saved on this device. It can be undone for 5 seconds.' : sentence}
      </span>
      {isHeld && word === 'held' && (
        <GuardedButton action={onKey ? 'undo-sending' : undefined} onAct={onUndo}>
          Undo
        </GuardedButton>
      )}
    </div>
  )
}
