// What can be added before a case is handed over. Nothing is required; what is typed is kept as a draft.
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { Severity } from '../../lib/schema/playbook.ts'
import { Field } from '../ui/Field.tsx'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import type { EscalateDraft } from './EscalateBar.tsx'
import styles from './escalation.module.css'

interface Props {
  draft: EscalateDraft
  queues: string[]
  onDraft: (draft: EscalateDraft) => void
  onSend: () => void
  onClose: () => void
}

const severities: Severity[] = ['S1', 'S2', 'S3', 'S4']
const queueName = /^[a-z0-9][a-z0-9-]{0,79}$/

export function EscalateForm({ draft, queues, onDraft, onSend, onClose }: Props) {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => root.current?.querySelector('textarea')?.focus(), [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape bubbles from the fields inside
    <div ref={root} className={styles.form} onKeyDown={onKeyDown}>
      <TextArea
        label="Note"
        placeholder="What should the lead know or decide?"
        maxLength={10_000}
        value={draft.note}
        onText={(note) => onDraft({ ...draft, note })}
        onSend={onSend}
      />
      <fieldset className={styles.severities}>
        <legend>Severity</legend>
        {severities.map((severity) => (
          <label key={severity} className={styles.severity} data-chosen={severity === draft.severity}>
            <input type="radio" name={id} checked={severity === draft.severity} onChange={() => onDraft({ ...draft, severity })} />
            <SeverityMark severity={severity} />
          </label>
        ))}
      </fieldset>
      <Field
        label="Queue"
        list={`${id}-queues`}
        value={draft.queue}
        fault={queueName.test(draft.queue) ? null : 'Lower-case letters, digits and hyphens, such as leads.'}
        onChange={(event) => onDraft({ ...draft, queue: event.target.value })}
      />
      <datalist id={`${id}-queues`}>
        {queues.map((queue) => (
          <option key={queue} value={queue} />
        ))}
      </datalist>
    </div>
  )
}
