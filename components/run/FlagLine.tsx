// Under a step that the agent flagged: as what, and what became of it. While it has not left it can be undone.
import { asOf } from '../../lib/domain/own-flags.ts'
import type { OwnFlag } from '../../lib/schema/flag.ts'
import { asKind, standingOfFlag } from '../news/flag-words.ts'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { useNow } from '../ui/use-now.ts'
import styles from './flag.module.css'

interface Props {
  flag: OwnFlag
  onUndo: () => void
}

export function FlagLine({ flag: known, onUndo }: Props) {
  const flag = asOf(known, useNow(known.local === 'held' ? 1000 : null))
  const { content, local, record } = flag
  return (
    <p className={styles.line}>
      <span role="status">
        You flagged {content.stepId === null ? 'this playbook' : 'this'} {asKind[content.kind]}. {standingOfFlag(flag)}
      </span>
      {local === 'held' && !record && (
        <GuardedButton look="link" onAct={onUndo}>
          Undo
        </GuardedButton>
      )}
    </p>
  )
}
