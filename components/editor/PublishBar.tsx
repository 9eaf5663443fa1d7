// The last step before a version goes to everybody: one line that says what changed.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import styles from './editor.module.css'

interface Props {
  /** The version that this will become. */
  next: number
  busy: boolean
  /** Why it cannot be published now; null when it can. */
  obstacle: string | null
  onPublish(note: string): void
  onCancel(): void
}

export function PublishBar({ next, busy, obstacle, onPublish, onCancel }: Props) {
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const isEmpty = note.trim() === ''

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isEmpty && obstacle === null && !busy) onPublish(note.trim())
  }
  return (
    <form className={styles.publish} onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <TextInput
        autoFocus
        size="xs"
        className={styles.note}
        label={`What changed in version ${next}`}
        placeholder="One line that every agent will read"
        maxLength={500}
        value={note}
        error={tried && isEmpty ? 'Say what changed, in one line.' : undefined}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={busy} disabled={obstacle !== null}>
        Publish
      </Button>
      <Button type="button" size="xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
      {obstacle && <p className={styles.obstacle}>{obstacle}</p>}
    </form>
  )
}
