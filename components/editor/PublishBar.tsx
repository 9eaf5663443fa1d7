// The last step before a version goes to everybody: one line that says what changed, what becomes of cases that are open, and what agents will read.
import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Rollout } from '../../lib/schema/rollout.ts'
import styles from './editor.module.css'
import { RolloutChoice } from './RolloutChoice.tsx'

interface Props {
  /** The version that this will become. */
  next: number
  busy: boolean
  /** Why it cannot be published now; null when it can. */
  obstacle: string | null
  /** What agents will read of the change; null for a first version. */
  changes: ReactNode
  onPublish(note: string, rollout: Rollout, confirm: boolean): void
  onCancel(): void
}

export function PublishBar({ next, busy, obstacle, changes, onPublish, onCancel }: Props) {
  const [note, setNote] = useState('')
  const [rollout, setRollout] = useState<Rollout>('next-case')
  const [confirm, setConfirm] = useState(false)
  const [tried, setTried] = useState(false)
  const isEmpty = note.trim() === ''

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isEmpty && obstacle === null && !busy) onPublish(note.trim(), rollout, confirm)
  }
  return (
    <form className={styles.publish} onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <div className={styles.asked}>
        <TextInput
          autoFocus
          size="sm"
          label={`What changed in version ${next}`}
          placeholder="One line that every agent will read"
          maxLength={500}
          value={note}
          error={tried && isEmpty ? 'Say what changed, in one line.' : undefined}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {next > 1 && <RolloutChoice chosen={rollout} onChoose={setRollout} />}
        <Checkbox
          size="sm"
          className={styles.option}
          label="Ask everyone to confirm"
          description="Agents say that they have read it on the next case that they work with it, and again when a step changes in earnest."
          checked={confirm}
          onChange={(event) => setConfirm(event.currentTarget.checked)}
        />
      </div>
      {changes}
      <div className={styles.foot}>
        <Button type="submit" size="xs" loading={busy} disabled={obstacle !== null}>
          Publish
        </Button>
        <Button type="button" size="xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
        {obstacle && (
          <p className={styles.obstacle} role="status">
            {obstacle}
          </p>
        )}
      </div>
    </form>
  )
}
