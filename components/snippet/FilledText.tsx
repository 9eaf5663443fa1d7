// The rendered text with its gaps marked, so that nobody sends one unseen.
import { Fragment } from 'react'
import styles from './snippet.module.css'

export function FilledText({ text, missing }: { text: string; missing: string[] }) {
  const gaps = new Set(missing.map((name) => `[${name}]`))
  // Split keeps the brackets; parts never move, so their place is their key.
  const parts = text.split(/(\[[a-z0-9.-]+\])/).map((part, place) => ({ part, place }))
  return (
    <>
      {parts.map(({ part, place }) => (
        <Fragment key={place}>{gaps.has(part) ? <mark className={styles.gap}>{part}</mark> : part}</Fragment>
      ))}
    </>
  )
}
