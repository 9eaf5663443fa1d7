// A question back to the agent. The text is kept until the hub has it.
import { Textarea } from '@mantine/core'
import { type FormEvent, type RefObject, useState } from 'react'
import { type DraftStore, useDraft } from '../editor/use-draft.ts'
import styles from './composer.module.css'
import { DraftWords } from './DraftWords.tsx'
import { SendButton } from './SendButton.tsx'

interface Props {
  id: string
  agent: string
  drafts: DraftStore
  clock: () => number
  now: number
  busy: boolean
  questionRef: RefObject<HTMLTextAreaElement | null>
  onAsk(text: string): Promise<boolean>
}

export function AskForm({ id, agent, drafts, clock, now, busy, questionRef, onAsk }: Props) {
  const draft = useDraft(drafts, `ask:${id}`, clock)
  const [tried, setTried] = useState(false)
  const isEmpty = draft.text.trim() === ''

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    if (isEmpty) return questionRef.current?.focus()
    if (busy) return
    if ((await onAsk(draft.text.trim())) && draft.clear(draft.text)) setTried(false)
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void submit()
    }
  }

  return (
    <form className={styles.form} data-kind="ask" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <div className={styles.why}>
        <Textarea
          ref={questionRef}
          size="sm"
          label={`Question to ${agent}`}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          value={draft.text}
          error={tried && isEmpty ? 'Write what you need to know.' : undefined}
          onChange={(event) => draft.change(event.currentTarget.value)}
        />
        <DraftWords draft={draft} now={now} />
      </div>
      <div className={styles.send}>
        <SendButton busy={busy}>Ask</SendButton>
      </div>
    </form>
  )
}
