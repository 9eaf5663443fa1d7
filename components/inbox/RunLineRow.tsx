// One step of a run as the agent left it, with its evidence, who and how long. A skip looks nothing like a step that was done.
import { IconArrowForwardUp, IconCheck, IconCircle, IconMinus } from '@tabler/icons-react'
import type { RunLine } from '../../lib/schema/run.ts'
import { ProofItem } from '../proof/ProofItem.tsx'
import type { LoadPicture } from '../proof/ProofPicture.tsx'
import { clockOf, tookMeaning, tookWords } from '../proof/proof-words.ts'
import { instantOf } from './age.ts'
import { OverrideNote } from './OverrideNote.tsx'
import styles from './run.module.css'

interface Props {
  line: RunLine
  load: LoadPicture
}

const marks = { done: IconCheck, 'not-applicable': IconMinus, skipped: IconArrowForwardUp, open: IconCircle } as const
const words = { done: 'Done', 'not-applicable': 'Not applicable', skipped: 'Skipped', open: 'Not worked yet' } as const

export function RunLineRow({ line, load }: Props) {
  const Mark = marks[line.state]
  return (
    <li className={styles.line} data-state={line.state} style={{ '--depth': line.depth } as React.CSSProperties}>
      <Mark className={styles.mark} size={15} stroke={2.25} aria-hidden />
      <div className={styles.body}>
        <span className={styles.label}>{line.label}</span>
        {line.answer !== null && <span className={styles.answer}>{line.answer}</span>}
        {line.evidence !== null && <p className={styles.evidence}>{line.evidence}</p>}
        {line.reason !== null && <p className={styles.reason}>{line.reason}</p>}
        {line.override && <OverrideNote override={line.override} doing="Decided" />}
        {line.proofs && line.proofs.length > 0 && (
          <ul className={styles.proofs} aria-label={`Evidence for ${line.label}`}>
            {line.proofs.map((proof) => (
              <li key={proof.id}>
                <ProofItem proof={proof} load={load} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className={styles.word}>
        {words[line.state]}
        {line.state !== 'open' && line.at !== null && (
          <span className={styles.work} title={line.tookMs === undefined ? instantOf(line.at) : `${instantOf(line.at)}. ${tookMeaning}`}>
            {clockOf(line.at)}
            {line.tookMs !== undefined && `, ${tookWords(line.tookMs)}`}
            {line.by && `, ${line.by.name}`}
          </span>
        )}
      </span>
    </li>
  )
}
