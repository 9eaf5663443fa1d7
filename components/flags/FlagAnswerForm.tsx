// Why a step stays as it is: a word to the agent who flagged it.
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import styles from './flags.module.css'

interface Props {
  agent: string
  busy: boolean
  onSend(text: string): void
  onClose(): void
}

export function FlagAnswerForm({ agent, busy, onSend, onClose }: Props) {
  const [text, setText] = useState('')
  const [isRefused, setRefused] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => root.current?.querySelector('textarea')?.focus(), [])
  const send = () => (text.trim() === '' ? setRefused(true) : onSend(text.trim()))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the form that was opened
    <div ref={root} className={styles.form} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <TextArea
        label={`Why it stays as it is, for ${agent}`}
        value={text}
        maxLength={1000}
        fault={isRefused ? 'Say why, so that the agent can learn from it.' : null}
        onText={(typed) => {
          setText(typed)
          setRefused(false)
        }}
        onSend={send}
      />
      <div className={styles.actions}>
        <Button busy={busy} keys="Ctrl+Enter" onClick={send}>
          Will not change
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
