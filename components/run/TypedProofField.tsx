// A note or a link, typed as evidence: saved by Enter or when the field is left, and kept in the field when it could not be saved.
import { useEffect, useId, useRef } from 'react'
import { limits } from '../../lib/schema/ids.ts'
import { Button } from '../ui/Button.tsx'
import field from '../ui/field.module.css'
import styles from './proof-box.module.css'

interface Props {
  kind: 'note' | 'link'
  text: string
  /** Why these words were not saved. */
  fault: string | null
  takesFocus: boolean
  onText: (text: string) => void
  /** Answered when it was saved, or was refused. */
  onAdd: (text: string) => Promise<void>
  /** Takes the address of the page itself; null where that makes no sense. */
  onHere: (() => void) | null
  onCancel: (() => void) | null
}

const labels = { note: 'Note on this step', link: 'Link to the evidence' } as const

export function TypedProofField({ kind, text, fault, takesFocus, onText, onAdd, onHere, onCancel }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const isAdding = useRef(false)
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])

  async function add() {
    if (text.trim() === '' || isAdding.current) return
    isAdding.current = true
    await onAdd(text)
    isAdding.current = false
  }
  return (
    <form
      className={styles.typed}
      noValidate
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void add()
      }}
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
          aria-invalid={fault !== null || undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          data-evidence
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => {
            // With words in it Escape leaves the field like any other way out, and leaving saves.
            if (event.key !== 'Escape' || !onCancel || text.trim() !== '') return
            event.stopPropagation()
            onCancel()
          }}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          Add
        </Button>
      </div>
      {fault && (
        <p id={`${id}-fault`} className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      {onHere && (
        <Button look="link" onClick={onHere}>
          This page’s address
        </Button>
      )}
    </form>
  )
}
