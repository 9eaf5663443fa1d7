// What proves a step: a note or a link. Saved when the field is left.
import { useId } from 'react'
import type { Evidence } from '../../lib/schema/playbook.ts'
import field from '../ui/field.module.css'
import styles from './step.module.css'

interface Props {
  kind: Evidence
  /** What the step is done by, when it cannot be done without this: "tick", "answer". */
  neededTo: string | null
  text: string
  isClosed: boolean
  onText: (text: string) => void
  onSave: () => void
}

const labels: Record<Evidence, string> = {
  note: 'Note on this step',
  link: 'Link to the evidence',
  screenshot: 'Where the screenshot is kept',
  selection: 'The words that matter, quoted',
}

export function EvidenceField({ kind, neededTo, text, isClosed, onText, onSave }: Props) {
  const id = useId()
  return (
    <div className={styles.evidence}>
      <label htmlFor={id}>
        {labels[kind]}
        {neededTo && <span className={styles.optional}>, needed to {neededTo} it</span>}
      </label>
      <input
        id={id}
        dir="auto"
        className={field.input}
        value={text}
        disabled={isClosed}
        maxLength={10_000}
        data-evidence
        onChange={(event) => onText(event.target.value)}
        onBlur={onSave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onSave()
        }}
      />
    </div>
  )
}
