// Why a step stays as it is: a word to the agent who flagged it.
import { useEffect, useRef, useState } from 'react'
import { type DraftStore, useDraft } from '../editor/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import styles from './flags.module.css'

interface Props {
  agent: string
  /** Where the text is kept: `flag-answer:<id>`. */
  place: string
  drafts: DraftStore
  clock: () => number
  busy: boolean
  /** Answers whether the hub took it. */
  onSend(text: string): Promise<boolean>
  onClose(): void
}

export function FlagAnswerForm({ agent, place, drafts, clock, busy, onSend, onClose }: Props) {
  const draft = useDraft(drafts, place, clock)
  const { text } = draft
  const [isRefused, setRefused] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => root.current?.querySelector('textarea')?.focus(), [])
  const send = async () => {
    if (text.trim() === '') return setRefused(true)
    if (await onSend(text.trim())) draft.clear(text)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the form that was opened
    <div ref={root} className={styles.form} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <TextArea
        label={`Why it stays as it is, for ${agent}`}
        value={text}
        maxLength={1000}
        fault={isRefused ? 'Say why, so that the agent can learn from it.' : null}
        onText={(typed) => {
          draft.change(typed)
          setRefused(false)
        }}
        onSend={() => void send()}
      />
      <div className={styles.actions}>
        <Button busy={busy} keys="Ctrl+Enter" onClick={() => void send()}>
          Will not change
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
