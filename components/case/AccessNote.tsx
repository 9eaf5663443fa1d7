// What of this page could not be read, and which key adds it.
import type { Access } from '../../lib/schema/case.ts'
import styles from './case.module.css'

interface Props {
  access: Access
  /** The key that reads the page, as it is set in this browser. */
  openKeys: string | null
}

const known: Record<Access, string | null> = {
  profile: null,
  page: 'No site profile fits this page: case fields are missing.',
  tab: 'Only title and address are known.',
  none: 'The browser tells nothing about this page.',
}

export function AccessNote({ access, openKeys }: Props) {
  const note = known[access]
  if (!note) return null
  const canAdd = access === 'tab' || access === 'none'
  return (
    <p className={styles.access}>
      {note}{' '}
      {canAdd &&
        (openKeys ? `Press ${openKeys} on the page to add its text and selection.` : 'Click the Handrail button in the toolbar to add its text and selection.')}
    </p>
  )
}
