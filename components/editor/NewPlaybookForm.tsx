// Names a new playbook. The id comes from the title and is shown before anything is made.
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { playbookIdOf } from '../../lib/domain/slug.ts'
import styles from './playbook-page.module.css'

interface Props {
  taken: ReadonlySet<string>
  onCreate(slug: string, title: string): void
}

export function NewPlaybookForm({ taken, onCreate }: Props) {
  const [title, setTitle] = useState('')
  const slug = playbookIdOf(title)
  const isTaken = taken.has(slug)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (slug !== '' && !isTaken) onCreate(slug, title.trim())
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <h1>New playbook</h1>
      <TextInput
        autoFocus
        label="Title"
        description={slug === '' ? 'As agents will look for it, for example "Item not received".' : `Its id will be ${slug}. It cannot be changed later.`}
        maxLength={200}
        value={title}
        error={isTaken ? `There is already a playbook with the id ${slug}. Open that one, or choose another title.` : undefined}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" disabled={slug === '' || isTaken}>
        Write it
      </Button>
    </form>
  )
}
