// One group of "My cases" under its heading, each row with its hand-over below it.
import type { CaseRow } from '../../lib/schema/cases.ts'
import type { SessionView } from '../../lib/schema/views.ts'
import { HandedEscalations } from '../handover/HandedEscalations.tsx'
import { HandoverNote } from '../handover/HandoverNote.tsx'
import type { HandoverActs } from '../handover/handover-acts.ts'
import { MyCaseRow } from './MyCaseRow.tsx'
import styles from './my-cases.module.css'

interface Props {
  title: string
  rows: CaseRow[]
  now: number
  memberId: string | null
  session: SessionView['state']
  /** The case on screen behind this list. */
  currentKey: string | null
  chosen: ReadonlySet<string>
  mayHand: (row: CaseRow) => boolean
  isQuiet?: boolean
  acts: HandoverActs
  onOpen: (key: string) => void
  onChoose: (key: string) => void
}

export function MyCaseGroup({ title, rows, now, memberId, session, currentKey, chosen, mayHand, isQuiet = false, acts, onOpen, onChoose }: Props) {
  if (rows.length === 0) return null
  return (
    <section className={styles.group} aria-label={title} data-quiet={isQuiet}>
      <h2>{title}</h2>
      <ul>
        {rows.map((row) => {
          const { key } = row.place
          const isChosen = !isQuiet && mayHand(row) ? chosen.has(key) : null
          return (
            <li key={key} className={styles.item} data-chosen={isChosen === true}>
              <MyCaseRow row={row} now={now} isCurrent={key === currentKey} isChosen={isChosen} onOpen={() => onOpen(key)} onChoose={() => onChoose(key)} />
              {row.handover && (
                <div className={styles.note}>
                  <HandoverNote handover={row.handover} memberId={memberId} session={session} acts={acts} isCaseOpen={false} />
                  {row.handover.record?.status === 'open' && <HandedEscalations handovers={[row.handover]} memberId={memberId} />}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
