// Under an escalation that is over: the way to write its author a note all the same.
import { type RefObject, useState } from 'react'
import { CoachForm } from '../../components/coaching/CoachForm.tsx'
import styles from '../../components/coaching/coaching.module.css'
import type { ComposerMode } from '../../components/inbox/Composer.tsx'
import { Button } from '../../components/ui/Button.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import type { Escalation } from '../../lib/schema/escalation.ts'
import type { Failure } from '../../lib/schema/failure.ts'
import { useDesk } from './desk-context.ts'

interface Props {
  row: Escalation
  now: number
  mode: ComposerMode
  onMode(mode: ComposerMode): void
  noteRef: RefObject<HTMLTextAreaElement | null>
  /** Answers null when the hub accepted. */
  onCoach(text: string): Promise<Failure | null>
}

export function CoachFoot({ row, now, mode, onMode, noteRef, onCoach }: Props) {
  const { drafts, now: clock } = useDesk()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  async function send(text: string): Promise<boolean> {
    setBusy(true)
    const refused = await onCoach(text)
    setBusy(false)
    setFailure(refused)
    if (!refused) onMode('rule')
    return refused === null
  }
  return (
    <section className={styles.foot} aria-label={`Coach ${row.by.name}`}>
      {failure && (
        <Notice tone="amber" live title="Not sent">
          <p>{failure.message}</p>
          <p>Your text is kept on this device. Send it again when you are ready.</p>
        </Notice>
      )}
      {mode === 'coach' ? (
        <CoachForm
          place={`coach:${row.content.id}`}
          to={row.by.name}
          drafts={drafts}
          clock={clock}
          now={now}
          busy={busy}
          fieldRef={noteRef}
          autoFocus
          onSend={send}
        />
      ) : (
        <Button keys="c" aria-keyshortcuts="c" onClick={() => onMode('coach')}>
          Coach {row.by.name}
        </Button>
      )}
    </section>
  )
}
