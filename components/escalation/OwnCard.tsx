// An own escalation opened: what was sent, the thread, and what its author can still do about it.
import { useState } from 'react'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import { Button } from '../ui/Button.tsx'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import { agoInWords } from '../ui/time-words.ts'
import { useNow } from '../ui/use-now.ts'
import styles from './escalation.module.css'
import { SayBox } from './SayBox.tsx'
import { Thread } from './Thread.tsx'

interface Props {
  own: OwnEscalation
  /** Each answers whether it was saved. */
  onAnswer: (text: string) => Promise<boolean>
  onAmend: (note: string) => Promise<boolean>
  onWithdraw: (reason: string) => Promise<boolean>
}

export function OwnCard({ own, onAnswer, onAmend, onWithdraw }: Props) {
  const [adding, setAdding] = useState<'amend' | 'withdraw' | null>(null)
  const now = useNow(30_000)
  const { content, record } = own
  const isOver = record?.status === 'withdrawn' || record?.status === 'ruled' || own.local === 'undone'
  const close = () => setAdding(null)
  const closing = (say: (text: string) => Promise<boolean>) => async (text: string) => {
    const isSaved = await say(text)
    if (isSaved) close()
    return isSaved
  }
  return (
    <article className={styles.card} aria-label={record ? `Escalation #${record.number}` : 'Escalation'}>
      <p className={styles.by}>
        <SeverityMark severity={record?.severity ?? content.severity} /> to {content.queue}
        {content.run && `, with ${content.run.playbook.title} (${content.run.done} of ${content.run.total} done)`}
        <time dateTime={new Date(content.createdAt).toISOString()}>{agoInWords(content.createdAt, now)}</time>
      </p>
      {content.note && <p className={styles.said}>{content.note}</p>}
      {content.maskedCount > 0 && (
        <p className={styles.muted}>
          {content.maskedCount === 1 ? 'One secret was' : `${content.maskedCount} secrets were`} masked before anything was stored.
        </p>
      )}
      {content.missing.length > 0 && <p className={styles.muted}>Not included: {content.missing.join(', ')}.</p>}
      {record && <Thread record={record} now={now} />}
      {record?.status === 'asked' && <SayBox label="Your answer" action="Answer" onSay={onAnswer} />}
      {adding === 'amend' && <SayBox label="What to add" action="Add to it" takesFocus onSay={closing(onAmend)} onCancel={close} />}
      {adding === 'withdraw' && <SayBox label="Why it is withdrawn" action="Withdraw" takesFocus onSay={closing(onWithdraw)} onCancel={close} />}
      {!isOver && own.local !== 'held' && adding === null && (
        <div className={styles.actions}>
          <Button look="link" onClick={() => setAdding('amend')}>
            Amend…
          </Button>
          <Button look="link" onClick={() => setAdding('withdraw')}>
            Withdraw…
          </Button>
        </div>
      )}
    </article>
  )
}
