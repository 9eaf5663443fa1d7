// Says whether what was typed is safe.
import type { Draft } from '../editor/use-draft.ts'
import { momentOf } from './age.ts'
import styles from './composer.module.css'

interface Props {
  draft: Draft
  now: number
}

export function DraftWords({ draft, now }: Props) {
  if (draft.unsaved) {
    return (
      <span className={styles.draft} data-kind="unsaved">
        Not saved yet: this device refused. Keep this tab open and copy your text.
      </span>
    )
  }
  return <span className={styles.draft}>{draft.savedAt !== null && `Draft saved on this device ${momentOf(draft.savedAt, now)}`}</span>
}
