// The filled text with its gaps marked, so that nobody sends one unseen.
import { Fragment } from 'react'
import type { Filled } from '../../lib/playbook/snippet/fill.ts'
import styles from './snippet.module.css'

export function FilledText({ pieces }: { pieces: Filled['pieces'] }) {
  // Pieces never move, so their place is their key.
  return pieces
    .map((piece, place) => ({ ...piece, place }))
    .map(({ text, isGap, place }) =>
      isGap ? (
        <mark key={place} className={styles.gap}>
          {text}
        </mark>
      ) : (
        <Fragment key={place}>{text}</Fragment>
      ),
    )
}
