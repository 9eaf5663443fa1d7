// What changed between the two versions that a notice speaks of, in the words of who published it and step by step.
import type { PlaybookDiff } from '../../lib/domain/playbook-diff.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { DiffList } from '../playbook/DiffList.tsx'
import styles from './move.module.css'

interface Props {
  /** The later version. */
  after: PlaybookVersion
  diff: PlaybookDiff
}

export function VersionChanges({ after, diff }: Props) {
  return (
    <div className={styles.changes}>
      {after.note && (
        <p className={styles.note}>
          {after.publishedBy.name} wrote: {after.note}
        </p>
      )}
      <DiffList diff={diff} label={`What changed in version ${after.version}`} />
    </div>
  )
}
