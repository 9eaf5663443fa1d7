// In an open step: how it was answered before it changed.
import type { VisibleStep } from '../../lib/domain/run.ts'
import type { FormerAnswer } from '../../lib/schema/run.ts'
import { formerWords } from './former-words.ts'
import styles from './move.module.css'

export function FormerLine({ shown: { step, record }, former }: { shown: VisibleStep; former: FormerAnswer[] }) {
  const last = former.findLast(({ stepId }) => stepId === step.id)
  if (!last || (record?.state ?? 'open') !== 'open') return null
  return <p className={styles.former}>{formerWords(last)}</p>
}
