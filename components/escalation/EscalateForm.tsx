// What can be added before a case is handed over. Nothing is required; what is typed is kept as a draft.
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { Field } from '../ui/Field.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import type { EscalateDraft } from './EscalateBar.tsx'
import styles from './escalation.module.css'
import { SeverityChoice } from './SeverityChoice.tsx'

interface Props {
  draft: EscalateDraft
  queues: string[]
  /** Title of the playbook that queue and severity were taken from, without its having been opened. */
  from: string | null
  onEdit: (change: Partial<EscalateDraft>) => void
  onSend: () => void
  onClose: () => void
}

const queueName = /^[a-z0-9][a-z0-9-]{0,79}$/

export function EscalateForm({ draft, queues, from, onEdit, onSend, onClose }: Props) {
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
        onText={(note) => onEdit({ note })}
        onSend={onSend}
      />
      <SeverityChoice chosen={draft.severity} onChoose={(severity) => onEdit({ severity })} />
      <Field
        label="Queue"
        list={`${id}-queues`}
        value={draft.queue}
        hint={from ? `Queue and severity are from “${from}”, which fits a field of this case.` : undefined}
        fault={queueName.test(draft.queue) ? null : 'Lower-case letters, digits and hyphens, such as leads.'}
        onChange={(event) => onEdit({ queue: event.target.value })}
      />
      <datalist id={`${id}-queues`}>
        {queues.map((queue) => (
          <option key={queue} value={queue} />
        ))}
      </datalist>
    </div>
  )
}
