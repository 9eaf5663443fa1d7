// What does not fit about a step, or about the playbook: one choice, then send. A word may be added.
import { useEffect, useRef, useState } from 'react'
import type { FlagKind } from '../../lib/schema/flag.ts'
import type { TextKeeper } from '../escalation/text-keeper.ts'
import { useKeptText } from '../escalation/use-kept-text.ts'
import { flagKinds } from '../news/flag-words.ts'
import { Button } from '../ui/Button.tsx'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { RadioList } from '../ui/RadioList.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useIsKeyOf } from '../ui/use-action.ts'
import styles from './flag.module.css'

interface Props {
  /** "What is it about this step?" */
  label: string
  keeper: TextKeeper
  /** Where the word is kept. */
  place: string
  /** Answers whether it was saved; the form stays with its words where it was not. */
  onSend: (kind: FlagKind, word: string) => Promise<boolean>
  onClose: () => void
}

export function FlagForm({ label, keeper, place, onSend, onClose }: Props) {
  const [kind, setKind] = useState<FlagKind | null>(null)
  const { text: word, change: setWord, clear } = useKeptText(keeper, place)
  const [isBusy, setBusy] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const isKeyOf = useIsKeyOf()
  const root = useRef<HTMLElement>(null)
  // The form opens on request, so the focus belongs in it.
  useEffect(() => root.current?.querySelector<HTMLElement>('[role=radio]')?.focus(), [])

  async function send() {
    if (isBusy) return
    if (kind === null) return setRefused(true)
    setBusy(true)
    const isSaved = await onSend(kind, word.trim())
    setBusy(false)
    if (!isSaved) return
    clear(word)
    onClose()
  }
  return (
    <section
      ref={root}
      className={styles.form}
      aria-label={label}
      onKeyDown={(event) => {
        // Keys of the row are not meant here: n, s and f are nothing but letters.
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
        else if (isKeyOf(event, 'send')) void send()
        else return
        event.preventDefault()
      }}
    >
      <p className={styles.label}>{label}</p>
      <RadioList
        label={label}
        options={flagKinds}
        chosen={kind}
        onChoose={(id) => {
          setKind(id as FlagKind)
          setRefused(false)
        }}
      />
      {isRefused && (
        <p className={styles.fault} role="alert">
          Choose what it is first.
        </p>
      )}
      <TextArea label="In a word (optional)" value={word} maxLength={1000} rows={1} onText={setWord} />
      <p className={styles.note}>Your leads get it with this step and, where this site is on, with the address of the case.</p>
      <div className={styles.actions}>
        <GuardedButton busy={isBusy} keyOf="send" onAct={() => void send()}>
          Send flag
        </GuardedButton>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </section>
  )
}
