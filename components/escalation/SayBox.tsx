// A text to add to an escalation: an answer, an amendment, or why it is withdrawn.
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import styles from './escalation.module.css'

interface Props {
  label: string
  action: string
  /** Answers whether it was saved; until then the text stays. */
  onSay: (text: string) => Promise<boolean>
  onCancel?: () => void
  takesFocus?: boolean
}

export function SayBox({ label, action, onSay, onCancel, takesFocus = false }: Props) {
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) root.current?.querySelector('textarea')?.focus()
  }, [takesFocus])

  async function say() {
    if (text.trim() === '') return setFault('Type something first.')
    setBusy(true)
    const isSaved = await onSay(text.trim())
    setBusy(false)
    if (isSaved) setText('')
  }
  return (
    <div ref={root} className={styles.say}>
      <TextArea
        label={label}
        value={text}
        fault={fault}
        maxLength={1000}
        onText={(typed) => {
          setText(typed)
          setFault(null)
        }}
      />
      <div className={styles.actions}>
        <GuardedButton busy={isBusy} onAct={say}>
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
