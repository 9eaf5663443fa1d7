// What was escalated on a case that was handed to this member, with what leads said to it: the rest of the team sees only where it stands.
import { carriedTo } from '../../lib/domain/carried-escalations.ts'
import type { DeviceHandover } from '../../lib/schema/handover.ts'
import { handedLines } from './handed-escalation-words.ts'
import styles from './handover.module.css'

interface Props {
  /** Of one case, newest first. */
  handovers: DeviceHandover[]
  memberId: string | null
}

export function HandedEscalations({ handovers, memberId }: Props) {
  const escalations = carriedTo(handovers, memberId)
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
