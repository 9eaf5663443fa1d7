// The flags of one playbook for its leads: what agents say does not fit, on which case, and what becomes of it.
import { useState } from 'react'
import { isEnded } from '../../lib/domain/flag.ts'
import type { Flag, FlagAnswerKind } from '../../lib/schema/flag.ts'
import type { DraftStore } from '../editor/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { FlagItem } from './FlagItem.tsx'
import styles from './flags.module.css'

interface Props {
  /** Of this playbook, newest first. */
  flags: Flag[]
  now: number
  /** The version that the team works with. */
  newest: number
  drafts: DraftStore
  clock: () => number
  /** Answers whether the hub took it. */
  onAnswer(flag: Flag, kind: FlagAnswerKind, text: string, version: number | null): Promise<boolean>
}

export function FlagList({ flags, now, newest, drafts, clock, onAnswer }: Props) {
  const [isAll, setAll] = useState(false)
  const open = flags.filter((flag) => !isEnded(flag))
  const ended = flags.filter(isEnded)
  if (flags.length === 0) return null
  return (
    <section className={styles.flags} aria-labelledby="flags-title">
      <h2 id="flags-title">{open.length === 0 ? 'No open flags' : open.length === 1 ? 'One open flag' : `${open.length} open flags`}</h2>
      <ul>
        {[...open, ...(isAll ? ended : [])].map((flag) => (
          <FlagItem key={flag.content.id} flag={flag} now={now} newest={newest} drafts={drafts} clock={clock} onAnswer={onAnswer} />
        ))}
      </ul>
      {ended.length > 0 && (
        <Button look="link" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? 'Hide those that are settled' : `${ended.length} settled`}
        </Button>
      )}
    </section>
  )
}
