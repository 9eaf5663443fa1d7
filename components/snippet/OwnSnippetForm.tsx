// One snippet of one's own being written: title, text, what is wrong with it, and how it will look. Kept while it is typed.
import { type FormEvent, useContext, useEffect, useRef, useState } from 'react'
import { readParts } from '../../lib/playbook/snippet/read-parts.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { previewIn } from './reply.ts'
import styles from './snippet.module.css'
import { SnippetDeskContext } from './snippet-desk.ts'

interface Props {
  title: string
  body: string
  isNew: boolean
  values: Record<string, string>
  onText: (title: string, body: string) => void
  onSave: () => Promise<void>
  onCancel: () => void
}

export function OwnSnippetForm({ title, body, isNew, values, onText, onSave, onCancel }: Props) {
  const { agent } = useContext(SnippetDeskContext)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const root = useRef<HTMLFormElement>(null)
  useEffect(() => root.current?.querySelector('input')?.focus(), [])

  const [fault] = readParts(body).faults
  const place = fault && body.slice(0, fault.at).split('\n')
  const bodyFault = body.trim() === '' ? (isTried ? 'Write the text first.' : null) : fault && `Line ${place!.length}: ${fault.message} ${fault.fix}`
  const titleFault = isTried && title.trim() === '' ? 'Give it a title to find it by.' : null

  async function save(event?: FormEvent) {
    event?.preventDefault()
    setTried(true)
    if (isBusy || title.trim() === '' || body.trim() === '' || fault) return
    setBusy(true)
    await onSave()
    setBusy(false)
  }
  return (
    <form ref={root} className={styles.form} aria-label={isNew ? 'New snippet' : 'Change snippet'} noValidate onSubmit={(event) => void save(event)}>
      <Field label="Title" value={title} fault={titleFault} maxLength={200} onChange={(event) => onText(event.target.value, body)} />
      <TextArea label="Text" rows={6} value={body} fault={bodyFault} maxLength={20_000} onText={(text) => onText(title, text)} onSend={() => void save()} />
      <details className={styles.help}>
        <summary>What can stand in it</summary>
        <ul>
          <li>
            <code>{'{{case.requester|there}}'}</code> a field of the case, and a word where it is unknown
          </li>
          <li>
            <code>{'{{agent.first-name}}'}</code> your name
          </li>
          <li>
            <code>{'{{date +3 business days}}'}</code> a day from today
          </li>
          <li>
            <code>{'{{choose: What | a refund | an exchange}}'}</code> one of several texts
          </li>
          <li>
            <code>{'{{ask: Amount}}'}</code> something to type
          </li>
          <li>
            <code>{'{{optional: Thanks}} ... {{end}}'}</code> a part to leave out
          </li>
        </ul>
      </details>
      {body.trim() !== '' && !fault && (
        <section aria-label="Preview" className={styles.preview}>
          {previewIn({ ...agent, ...values })(body)}
        </section>
      )}
      <div className={styles.actions}>
        <Button type="submit" look="primary" keyOf="send" busy={isBusy}>
          Save
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
