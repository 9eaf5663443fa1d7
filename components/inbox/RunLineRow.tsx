// One step of a run as the agent left it. A skip looks nothing like a step that was done.
import { IconArrowForwardUp, IconCheck, IconCircle, IconMinus } from '@tabler/icons-react'
import type { RunLine } from '../../lib/schema/run.ts'
import styles from './run.module.css'

interface Props {
  line: RunLine
}

const marks = { done: IconCheck, 'not-applicable': IconMinus, skipped: IconArrowForwardUp, open: IconCircle } as const
const words = { done: 'Done', 'not-applicable': 'Not applicable', skipped: 'Skipped', open: 'Not worked yet' } as const

export function RunLineRow({ line }: Props) {
  const Mark = marks[line.state]
  return (
    <li className={styles.line} data-state={line.state} style={{ '--depth': line.depth } as React.CSSProperties}>
      <Mark className={styles.mark} size={15} stroke={2.25} aria-hidden />
      <div className={styles.body}>
        <span className={styles.label}>{line.label}</span>
        {line.answer !== null && <span className={styles.answer}>{line.answer}</span>}
        {line.evidence !== null && <p className={styles.evidence}>{line.evidence}</p>}
        {line.reason !== null && <p className={styles.reason}>{line.reason}</p>}
      </div>
      <span className={styles.word}>{words[line.state]}</span>
    </li>
  )
}
