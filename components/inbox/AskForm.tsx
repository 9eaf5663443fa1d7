// A question back to the agent. The text is kept until the hub has it.
import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, type RefObject, useState } from 'react'
import { type DraftStore, useDraft } from '../editor/use-draft.ts'
import { Keycap } from '../ui/Keycap.tsx'
import styles from './composer.module.css'
import { DraftWords } from './DraftWords.tsx'

interface Props {
  id: string
  agent: string
  drafts: DraftStore
  clock: () => number
  now: number
  busy: boolean
  questionRef: RefObject<HTMLTextAreaElement | null>
  onAsk(text: string): Promise<boolean>
  children: ReactNode
}

export function AskForm({ id, agent, drafts, clock, now, busy, questionRef, onAsk, children }: Props) {
  const draft = useDraft(drafts, `ask:${id}`, clock)
  const [tried, setTried] = useState(false)
  const isEmpty = draft.text.trim() === ''

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    if (isEmpty) return questionRef.current?.focus()
    if (busy) return
    if (await onAsk(draft.text.trim())) {
      draft.settle('')
      setTried(false)
    }
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void submit()
    }
  }

  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
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
      <div className={styles.actions}>
        {children}
        <DraftWords draft={draft} now={now} />
        <Keycap keys="Ctrl Enter" />
        <Button type="submit" size="sm" loading={busy}>
          Ask
        </Button>
      </div>
    </form>
  )
}
