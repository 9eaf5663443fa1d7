// The few questions of a snippet, and below them the text that the answers make. Tab and Enter go on, the key that sends inserts. A gap never keeps
// anybody from inserting; it is named.
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { useIsKeyOf } from '../ui/use-action.ts'
import { FilledText } from './FilledText.tsx'
import { QuestionField } from './QuestionField.tsx'
import styles from './snippet.module.css'
import type { Filling } from './use-filling.ts'

interface Props {
  title: string
  filling: Filling
  isDisabled?: boolean | undefined
  onInsert: () => void
  onCopy: () => void
  /** Absent where the form is all there is to see. */
  onClose?: (() => void) | undefined
}

const controls = 'input, textarea, select, button'

export function SnippetForm({ title, filling, isDisabled, onInsert, onCopy, onClose }: Props) {
  const { questions, filled, answer } = filling
  const isKeyOf = useIsKeyOf()
  const root = useRef<HTMLFormElement>(null)
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('input:not([type=radio]:not(:checked)), textarea, select')?.focus({ preventScroll: true })
    root.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    const { key, target } = event
    const isSend = isKeyOf(event, 'send')
    if (key === 'Escape' ? !onClose : event.ctrlKey && !isSend) return
    // Keys of the run around it are letters, ticks and choices here.
    event.stopPropagation()
    if (key === 'Escape') onClose?.()
    else if (isSend) {
      if (!isDisabled && !event.repeat) onInsert()
    } else if (key === 'Enter' && target instanceof HTMLInputElement) goOn(target)
    else return
    event.preventDefault()
  }
  function goOn(from: HTMLElement) {
    const all = [...(root.current?.querySelectorAll<HTMLInputElement>(controls) ?? [])].filter(({ type, checked }) => type !== 'radio' || checked)
    const at = all.findIndex((one) => one === from || (one.type === 'radio' && one.name === (from as HTMLInputElement).name && one.name !== ''))
    all[at + 1]?.focus()
  }

  const { missing } = filled
  return (
    <form ref={root} aria-label={`Fill in: ${title}`} className={styles.form} onKeyDown={onKeyDown} onSubmit={(event: FormEvent) => event.preventDefault()}>
      {questions.map((question) => (
        <QuestionField key={question.key} question={question} onAnswer={(value) => answer(question.key, value)} />
      ))}
      <section aria-label="Preview" className={styles.preview}>
        <FilledText pieces={filled.pieces} />
      </section>
      <p className={styles.missing} role="status">
        {missing.length > 0 && `Still missing: ${missing.join(', ')}. ${missing.length === 1 ? 'It goes in as' : 'They go in as'} [${missing.join('], [')}].`}
      </p>
      <div className={styles.actions}>
        <GuardedButton look="primary" data-primary keyOf="send" disabled={isDisabled} onAct={onInsert}>
          Insert
        </GuardedButton>
        <Button onClick={onCopy}>Copy</Button>
        {onClose && (
          <Button look="quiet" onClick={onClose}>
            Close
          </Button>
        )}
      </div>
    </form>
  )
}
