// Colleagues' escalations of the same case, so that nobody does it twice without knowing.
import type { EscalationSummary } from '../../lib/schema/escalation.ts'
import { agoInWords } from '../ui/time-words.ts'
import { useNow } from '../ui/use-now.ts'
import styles from './escalation.module.css'

function stands({ status, takenBy }: EscalationSummary): string {
  switch (status) {
    case 'delivered':
      return 'Nobody has opened it yet.'
    case 'seen':
      return 'A lead has seen it.'
    case 'taken':
      return `Taken by ${takenBy?.name ?? 'a lead'}.`
    case 'asked':
      return `${takenBy?.name ?? 'A lead'} asked a question.`
    case 'ruled':
      return `Ruled${takenBy ? ` by ${takenBy.name}` : ''}.`
    case 'withdrawn':
      return 'Withdrawn.'
  }
}

export function Colleagues({ others }: { others: EscalationSummary[] }) {
  const now = useNow(30_000)
  if (others.length === 0) return null
  return (
    <ul className={styles.colleagues} aria-label="Escalations of this case by colleagues">
      {others.map((other) => (
        <li key={other.id}>
          {other.by.name} escalated this case {agoInWords(other.receivedAt, now)}. {stands(other)}
        </li>
      ))}
    </ul>
  )
}
