// A note to one member, kept on this device until the hub has it. Says who can read it before it is written.
import { Textarea } from '@mantine/core'
import { type FormEvent, type RefObject, useState } from 'react'
import { type DraftStore, useDraft } from '../editor/use-draft.ts'
import composer from '../inbox/composer.module.css'
import { DraftWords } from '../inbox/DraftWords.tsx'
import { SendButton } from '../inbox/SendButton.tsx'

interface Props {
  /** Where the text is kept: `coach:<escalation>`, `coach-member:<member>`. */
  place: string
  to: string
  drafts: DraftStore
  clock: () => number
  now: number
  busy: boolean
  fieldRef?: RefObject<HTMLTextAreaElement | null>
  autoFocus?: boolean
  onSend(text: string): Promise<boolean>
}

export function CoachForm({ place, to, drafts, clock, now, busy, fieldRef, autoFocus = false, onSend }: Props) {
  const draft = useDraft(drafts, place, clock)
  const [tried, setTried] = useState(false)
  const isEmpty = draft.text.trim() === ''

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    if (isEmpty) return fieldRef?.current?.focus()
    if (busy) return
    if ((await onSend(draft.text.trim())) && draft.clear(draft.text)) setTried(false)
  }
  return (
    <form
      className={composer.form}
      data-kind="ask"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void submit()
      }}
      noValidate
    >
      <div className={composer.why}>
        <Textarea
          {...(fieldRef ? { ref: fieldRef } : {})}
          size="sm"
          label={`Note to ${to}`}
          description={`Only ${to} and the leads of the team can read it.`}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          autoFocus={autoFocus}
          value={draft.text}
          error={tried && isEmpty ? 'Write the note first.' : undefined}
          onChange={(event) => draft.change(event.currentTarget.value)}
        />
        <DraftWords draft={draft} now={now} />
      </div>
      <div className={composer.send}>
        <SendButton busy={busy}>Send note</SendButton>
      </div>
    </form>
  )
}
