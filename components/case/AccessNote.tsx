// What of this page could not be read, and which key adds it.
import type { Access } from '../../lib/schema/case.ts'
import styles from './case.module.css'

interface Props {
  access: Access
  /** The key that reads the page, as it is set in this browser. */
  openKeys: string | null
}

/** A page of the browser and one without permission look the same from here: both are named. */
const known: Record<Access, string | null> = {
  profile: null,
  page: 'No site profile fits this page: case fields are missing.',
  tab: 'Only title and address are known.',
  none: 'The browser does not tell Handrail what this page is.',
}

function howToAdd(access: Access, openKeys: string | null): string {
  const how = openKeys ? `press ${openKeys} on it` : 'click the Handrail button in the toolbar'
  if (access === 'none') return `If it is a web page, ${how} to read it; pages of the browser itself stay closed.`
  return `To add its text and selection, ${how}.`
}

export function AccessNote({ access, openKeys }: Props) {
  const note = known[access]
  if (!note) return null
  const canAdd = access === 'tab' || access === 'none'
  return (
    <p className={styles.access}>
      {note} {canAdd && howToAdd(access, openKeys)}
    </p>
  )
}
