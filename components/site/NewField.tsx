// A further field: the name that playbooks use, and the label that people read.
import { type FormEvent, useState } from 'react'
import { FieldName } from '../../lib/schema/ids.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import styles from './reading.module.css'

interface Props {
  taken: string[]
  onAdd: (name: string, label: string) => void
}

export function NewField({ taken, onAdd }: Props) {
  const [name, setName] = useState('')
  const [label, setLabel] = useState('')
  const [isTried, setTried] = useState(false)
  const parsed = FieldName.safeParse(name.trim())
  const fault = taken.includes(name.trim())
    ? 'This page reads it already.'
    : parsed.success
      ? null
      : 'Lower-case words with dots between them, such as case.category.'

  function add(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (fault || label.trim() === '') return
    onAdd(name.trim(), label.trim())
    setName('')
    setLabel('')
    setTried(false)
  }
  return (
    <form className={styles.fresh} aria-label="A further field" noValidate onSubmit={add}>
      <Field
        label="Name in playbooks"
        placeholder="case.category"
        value={name}
        fault={isTried ? fault : null}
        maxLength={100}
        onChange={({ target }) => setName(target.value)}
      />
      <Field
        label="Label"
        placeholder="Category"
        value={label}
        fault={isTried && label.trim() === '' ? 'Say what people call it.' : null}
        maxLength={60}
        onChange={({ target }) => setLabel(target.value)}
      />
      <Button type="submit">Add field</Button>
    </form>
  )
}
