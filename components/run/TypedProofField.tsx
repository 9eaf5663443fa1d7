// A note or a link, typed as evidence: saved by Enter or when the field is left, and kept in the field when it could not be saved.
import { useEffect, useId, useRef, useState } from 'react'
import { limits } from '../../lib/schema/ids.ts'
import { Button } from '../ui/Button.tsx'
import field from '../ui/field.module.css'
import styles from './proof-box.module.css'

interface Props {
  kind: 'note' | 'link'
  takesFocus: boolean
  /** Answers whether it was saved. */
  onAdd: (text: string) => Promise<boolean>
  /** Takes the address of the page itself; null where that makes no sense. */
  onHere: (() => void) | null
  onCancel: (() => void) | null
}

const labels = { note: 'Note on this step', link: 'Link to the evidence' } as const

export function TypedProofField({ kind, takesFocus, onAdd, onHere, onCancel }: Props) {
  const [text, setText] = useState('')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const isAdding = useRef(false)
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])

  async function add() {
    if (text.trim() === '' || isAdding.current) return
    isAdding.current = true
    if (await onAdd(text.trim())) setText('')
    isAdding.current = false
  }
  return (
    <form
      className={styles.typed}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label htmlFor={id}>{labels[kind]}</label>
      <div className={styles.row}>
        <input
          ref={input}
          id={id}
          className={field.input}
          type={kind === 'link' ? 'url' : 'text'}
          placeholder={kind === 'link' ? 'https://' : undefined}
          value={text}
          maxLength={kind === 'link' ? limits.url : limits.proof}
          data-evidence
          onChange={(event) => setText(event.target.value)}
          onBlur={(event) => {
            if (!event.currentTarget.form?.contains(event.relatedTarget)) void add()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !onCancel) return
            event.stopPropagation()
            onCancel()
          }}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          Add
        </Button>
      </div>
      {onHere && (
        <Button look="link" onClick={onHere}>
          This page’s address
        </Button>
      )}
    </form>
  )
}
