// What was escalated on a case that was handed to this member, with what leads said to it: the rest of the team sees only where it stands.
import type { DeviceHandover, HandedEscalation } from '../../lib/schema/handover.ts'
import { handedLines } from './handed-escalation-words.ts'
import styles from './handover.module.css'

interface Props {
  /** Of one case, newest first. */
  handovers: DeviceHandover[]
  memberId: string | null
}

/** Each once, as the newest hand-over tells it; own ones stand on the case anyway. */
function carried(handovers: DeviceHandover[], memberId: string | null): HandedEscalation[] {
  const told = handovers.filter(({ to }) => to.id === memberId).flatMap(({ record }) => record?.escalations ?? [])
  return told.filter((one, index) => one.by.id !== memberId && told.findIndex(({ id }) => id === one.id) === index)
}

export function HandedEscalations({ handovers, memberId }: Props) {
  const escalations = carried(handovers, memberId)
  if (escalations.length === 0) return null
  return (
    <ul className={styles.carried} aria-label="Escalated before it came to you">
      {escalations.map((escalation) => {
        const { head, word, before } = handedLines(escalation)
        return (
          <li key={escalation.id}>
            <p className={styles.head}>{head}</p>
            {word && <p className={styles.said}>{word}</p>}
            {before.length > 0 && (
              <details>
                <summary>What was said before</summary>
                {before.map((line) => (
                  <p key={line} className={styles.said}>
                    {line}
                  </p>
                ))}
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}
