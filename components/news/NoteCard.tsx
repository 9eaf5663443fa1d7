// A coaching note as its reader has it: who wrote it, about what, and the way to say that it was read, with or without a word.
import { type ReactNode, useState } from 'react'
import type { ReceivedNote } from '../../lib/schema/coaching.ts'
import type { TextKeeper } from '../escalation/text-keeper.ts'
import { useKeptText } from '../escalation/use-kept-text.ts'
import { Button } from '../ui/Button.tsx'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { agoInWords } from '../ui/time-words.ts'
import styles from './news.module.css'

interface Props {
  received: ReceivedNote
  now: number
  /** What is typed outlives the card: `note:<id>`. */
  keeper: TextKeeper
  /** Answers whether it was saved. */
  onReply: (text: string) => Promise<boolean>
  /** What else can be done about it. */
  children?: ReactNode
}

export function NoteCard({ received: { note, waiting }, now, keeper, onReply, children }: Props) {
  const { content, replies } = note
  const [isAnswering, setAnswering] = useState(false)
  const { text, change: setText, clear } = useKeptText(keeper, `note:${content.id}`)
  const [isBusy, setBusy] = useState(false)
  const isRead = replies.length > 0 || waiting !== null

  async function reply(said: string) {
    if (isBusy) return
    setBusy(true)
    const isSaved = await onReply(said)
    setBusy(false)
    if (!isSaved) return
    setAnswering(false)
    if (said !== '') clear(text)
  }
  return (
    <div className={styles.note}>
      <p className={styles.by}>
        <span>
          <strong>{content.by.name}</strong> wrote to you
          {content.about && ` about #${content.about.number}`}
        </span>
        <time dateTime={new Date(content.at).toISOString()}>{agoInWords(content.at, now)}</time>
      </p>
      <p className={styles.said}>{content.text}</p>
      {replies.map((one) => (
        <p key={one.id} className={styles.muted}>
          {one.text ? `You answered ${agoInWords(one.at, now)}: ${one.text}` : `You marked it as read ${agoInWords(one.at, now)}.`}
        </p>
      ))}
      {waiting && (
        <p className={styles.muted} role="status">
          {waiting.text ? `Your answer: ${waiting.text}` : 'Marked as read.'} Saved on this device; it waits for the hub.
        </p>
      )}
      {isAnswering && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the form that was opened
        <div
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setAnswering(false)
          }}
        >
          <TextArea label="Your answer" value={text} maxLength={1000} autoFocus onText={setText} onSend={() => text.trim() && void reply(text.trim())} />
        </div>
      )}
      <div className={styles.actions}>
        {isAnswering ? (
          <>
            <GuardedButton busy={isBusy} keyOf="send" aria-disabled={text.trim() === ''} onAct={() => text.trim() && void reply(text.trim())}>
              Answer
            </GuardedButton>
            <Button look="quiet" onClick={() => setAnswering(false)}>
              Cancel
            </Button>
          </>
        ) : (
          <>
            {!isRead && (
              <GuardedButton busy={isBusy} onAct={() => void reply('')}>
                Mark as read
              </GuardedButton>
            )}
            {!waiting && (
              <Button look="link" onClick={() => setAnswering(true)}>
                Answer…
              </Button>
            )}
            {children}
          </>
        )}
      </div>
      <p className={styles.muted}>Only you and your leads see this.</p>
    </div>
  )
}
