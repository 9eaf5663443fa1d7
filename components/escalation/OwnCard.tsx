// An own escalation opened: first what a lead said and asks, then what was sent and the thread, then what its author can still do.
import { type ReactNode, useState } from 'react'
import { maskedWords } from '../../lib/domain/masked-words.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import type { Severity } from '../../lib/schema/playbook.ts'
import { Button } from '../ui/Button.tsx'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import { agoInWords } from '../ui/time-words.ts'
import { useNow } from '../ui/use-now.ts'
import { AmendBox } from './AmendBox.tsx'
import { AnswerBox } from './AnswerBox.tsx'
import styles from './escalation.module.css'
import { LeadNote } from './LeadNote.tsx'
import { leadWord } from './lead-word.ts'
import { Thread } from './Thread.tsx'
import type { TextKeeper } from './text-keeper.ts'
import { WaitingNote } from './WaitingNote.tsx'

export interface OwnActions {
  /** Each answers whether it was saved. */
  answer: (id: string, text: string) => Promise<boolean>
  amend: (id: string, note: string, severity: Severity | null) => Promise<boolean>
  withdraw: (id: string, reason: string) => Promise<boolean>
}

interface Props {
  own: OwnEscalation
  actions: OwnActions
  keeper: TextKeeper
  /** The one that the keys of the panel mean. */
  isKeyed?: boolean
  /** Coaching notes about it. */
  notes?: ReactNode
}

export function OwnCard({ own, actions, keeper, isKeyed = false, notes }: Props) {
  const [adding, setAdding] = useState<'amend' | 'withdraw' | null>(null)
  const now = useNow(30_000)
  const { id, content, record } = own
  const isOver = record?.status === 'withdrawn' || record?.status === 'ruled' || own.local === 'undone'
  const close = () => setAdding(null)
  const word = leadWord(own)
  const severity = record?.severity ?? content.severity
  const waiting = own.waiting ?? []
  const answers = word?.kind === 'question' ? waiting.filter(({ kind }) => kind === 'answer') : []
  const isGoing = waiting.some(({ kind }) => kind === 'withdraw')
  const ruling = record?.status === 'ruled' ? record.ruling : null

  async function withdraw(reason: string) {
    const isSaved = await actions.withdraw(id, reason)
    if (isSaved) close()
    return isSaved
  }
  return (
    <article className={styles.card} aria-label={record ? `Escalation #${record.number}` : 'Escalation'}>
      {ruling && <LeadNote kind="ruling" by={ruling.by} at={ruling.at} now={now} title={ruling.outcome} text={ruling.rationale} />}
      {word?.kind === 'question' && (
        <LeadNote kind="question" by={word.by} at={word.at} now={now} text={word.text}>
          {answers.map((said) => (
            <WaitingNote key={said.id} word={said} />
          ))}
          {answers.length === 0 && !isGoing && (
            <AnswerBox place={`answer:${id}`} label="Your answer" action="Answer" keeper={keeper} onSay={(text) => actions.answer(id, text)} />
          )}
        </LeadNote>
      )}
      {notes}
      <p className={styles.by}>
        <span>
          <SeverityMark severity={severity} /> to {content.queue}
          {content.run && `, with ${content.run.playbook.title} (${content.run.done} of ${content.run.total} done)`}
        </span>
        <time dateTime={new Date(content.createdAt).toISOString()}>{agoInWords(content.createdAt, now)}</time>
      </p>
      {content.note && (
        <p className={styles.said} dir="auto">
          {content.note}
        </p>
      )}
      {content.maskedCount > 0 && <p className={styles.muted}>Masked before anything was stored: {maskedWords(content)}.</p>}
      {content.missing.length > 0 && <p className={styles.muted}>Not included: {content.missing.join(', ')}.</p>}
      {record && <Thread record={record} without={word ? [word] : []} now={now} />}
      {waiting
        .filter((said) => !answers.includes(said))
        .map((said) => (
          <WaitingNote key={said.id} word={said} />
        ))}
      {adding === 'amend' && (
        <AmendBox id={id} severity={severity} keeper={keeper} onAmend={(note, changed) => actions.amend(id, note, changed)} onClose={close} />
      )}
      {adding === 'withdraw' && (
        <AnswerBox place={`withdraw:${id}`} label="Why it is withdrawn" action="Withdraw" keeper={keeper} takesFocus onSay={withdraw} onCancel={close} />
      )}
      {!isOver && !isGoing && own.local !== 'held' && adding === null && (
        <div className={styles.actions}>
          <Button look="link" action={isKeyed ? 'amend' : undefined} onClick={() => setAdding('amend')}>
            Amend…
          </Button>
          <Button look="link" action={isKeyed ? 'withdraw' : undefined} onClick={() => setAdding('withdraw')}>
            Withdraw…
          </Button>
        </div>
      )}
    </article>
  )
}
