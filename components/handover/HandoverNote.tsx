// On a case: that it was handed over, by whom or to whom, with the note, what went along and the way on.
import type { DeviceHandover } from '../../lib/schema/handover.ts'
import type { SessionView } from '../../lib/schema/views.ts'
import { progressWords } from '../run/progress-words.ts'
import { useNow } from '../ui/use-now.ts'
import { HandoverActions } from './HandoverActions.tsx'
import styles from './handover.module.css'
import type { HandoverActs } from './handover-acts.ts'
import { handoverWords } from './handover-words.ts'

interface Props {
  handover: DeviceHandover
  memberId: string | null
  session: SessionView['state']
  acts: HandoverActs
  isCaseOpen: boolean
}

export function HandoverNote({ handover, memberId, session, acts, isCaseOpen }: Props) {
  const isHeld = handover.local === 'held'
  const now = useNow(isHeld ? 250 : 30_000)
  const { content, record, local } = handover
  const isWaiting = handover.to.id === memberId && record?.status === 'open'
  return (
    <section className={styles.note} aria-label="Hand-over" data-tone={local === 'refused' ? 'amber' : isWaiting ? 'accent' : undefined}>
      <p role={isHeld ? undefined : 'status'}>
        {isHeld && <span className={styles.unseen}>Handed to {handover.to.name}. Saved on this device.</span>}
        <span aria-hidden={isHeld || undefined}>{handoverWords(handover, { memberId, now, session })}</span>
      </p>
      {content.note && <p className={styles.said}>{content.note}</p>}
      {isWaiting && content.progress.length > 0 && (
        <ul className={styles.along} aria-label="What comes along">
          {content.progress.map((run) => (
            <li key={run.runId}>
              {run.title}: {progressWords({ ...run, open: 0 })}
            </li>
          ))}
        </ul>
      )}
      <HandoverActions handover={handover} memberId={memberId} acts={acts} isCaseOpen={isCaseOpen} />
    </section>
  )
}
