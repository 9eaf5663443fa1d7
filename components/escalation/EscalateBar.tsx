// The bar that never leaves: one click hands the case over; the disclosure adds a note, a severity and a queue first.
import type { ReactNode } from 'react'
import type { Severity } from '../../lib/schema/playbook.ts'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useKeyOf } from '../ui/use-action.ts'
import { EscalateForm } from './EscalateForm.tsx'
import styles from './escalation.module.css'

export interface EscalateDraft {
  note: string
  severity: Severity
  queue: string
}

interface Props {
  draft: EscalateDraft
  /** Title of the matching playbook that queue or severity were taken from. */
  from: string | null
  /** Queues that the team's playbooks name. */
  queues: string[]
  isOpen: boolean
  isBusy: boolean
  keys: string | null
  fault: string | null
  /** The evidence that is sent with it, shown with the form. */
  along: ReactNode
  /** The newest escalation of this case. */
  standing: ReactNode
  onEdit: (change: Partial<EscalateDraft>) => void
  onOpen: (isOpen: boolean) => void
  onEscalate: () => void
}

export function EscalateBar({ draft, from, queues, isOpen, isBusy, keys, fault, along, standing, onEdit, onOpen, onEscalate }: Props) {
  const sendKey = useKeyOf('send')
  return (
    <section className={styles.bar} aria-label="Hand this case over">
      {standing}
      {isOpen && <EscalateForm draft={draft} from={from} queues={queues} onEdit={onEdit} onSend={onEscalate} onClose={() => onOpen(false)} />}
      {isOpen && along}
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      <div className={styles.barRow}>
        <GuardedButton
          look="primary"
          className={styles.escalate}
          busy={isBusy}
          action="escalate"
          keys={isOpen ? (sendKey?.words ?? null) : keys}
          onAct={onEscalate}
        >
          Escalate
        </GuardedButton>
        <p className={styles.target}>
          To {draft.queue}, {draft.severity}
          {draft.note.trim() !== '' && !isOpen && ', with your note'}
          {from && <span className={styles.from}>From {from}</span>}
        </p>
        <IconButton
          label={isOpen ? 'Hide note, severity and queue' : 'Add note, severity, queue'}
          icon={isOpen ? 'down' : 'up'}
          action="note"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        />
      </div>
    </section>
  )
}
