// Before publishing: what agents on the newest version will read of the change, step by step.
import { useMemo } from 'react'
import { diffPlaybooks } from '../../lib/domain/playbook-diff.ts'
import type { PlaybookDocument } from '../../lib/schema/playbook.ts'
import { DiffList } from '../playbook/DiffList.tsx'
import styles from './editor.module.css'

export function ChangePreview({ before, after }: { before: PlaybookDocument; after: PlaybookDocument }) {
  const diff = useMemo(() => diffPlaybooks(before, after), [before, after])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.changes} aria-label="What agents will read" tabIndex={0}>
      <h2>What agents will read</h2>
      <DiffList diff={diff} label="Changes" />
    </section>
  )
}
