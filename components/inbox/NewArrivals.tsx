// Says what arrived while the list was held still, and lets it in on request.
import { caseTitle } from '../../lib/domain/case-title.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import styles from './inbox-list.module.css'

interface Props {
  waiting: Escalation[]
  onShow(): void
}

export function NewArrivals({ waiting, onShow }: Props) {
  const [first] = waiting
  if (!first) return null
  return (
    <button type="button" className={styles.arrivals} onClick={onShow}>
      {waiting.length} new: {first.severity} {caseTitle(first.content.case)}
      {waiting.length > 1 && ' and more'}
    </button>
  )
}
