// A text to add to an escalation: an answer, or why it is withdrawn. Kept until it was saved.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useKeyOf } from '../ui/use-action.ts'
import styles from './escalation.module.css'

interface Props {
  label: string
  action: string
  text: string
  /** Enough without a word, such as another severity. */
  mayBeEmpty?: boolean
  children?: ReactNode
  onText: (text: string) => void
  /** Clears the text once it was saved, and not before. */
  onSay: (text: string) => Promise<unknown>
  onCancel?: () => void
  takesFocus?: boolean
}

export function SayBox({ label, action, text, mayBeEmpty = false, children, onText, onSay, onCancel, takesFocus = false }: Props) {
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const sendKey = useKeyOf('send')
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) root.current?.querySelector('textarea')?.focus()
  }, [takesFocus])

  async function say() {
    if (isBusy) return
    if (text.trim() === '' && !mayBeEmpty) return setFault('Type something first.')
    setBusy(true)
    await onSay(text.trim())
    setBusy(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape bubbles from the field inside
    <div
      ref={root}
      className={styles.say}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onCancel) return
        event.stopPropagation()
        onCancel()
      }}
    >
      <TextArea
        label={label}
        value={text}
        fault={fault}
        maxLength={10_000}
        onSend={() => void say()}
        onText={(typed) => {
          onText(typed)
          setFault(null)
        }}
      />
      {children}
      <div className={styles.actions}>
        <GuardedButton busy={isBusy} keys={sendKey?.words ?? null} onAct={say}>
          {action}
        </GuardedButton>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  )
}
