// Above the source: what is being edited, whether it is safe, and the two ways out, publish and discard.
import { Anchor, Button } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './editor.module.css'

interface Props {
  title: string
  backHref: string
  /** Null for a playbook that was never published. */
  version: number | null
  draftWords: ReactNode
  isDirty: boolean
  mayRestore: boolean
  /** What is asked once Publish was pressed, in place of the ways out; null before. */
  publishBar: ReactNode
  obstacle: string | null
  onPublish(): void
  onDiscard(): void
  onRestore(): void
}

export function EditorHead(props: Props) {
  const { title, backHref, version, draftWords, isDirty, mayRestore, publishBar, obstacle, onPublish, onDiscard, onRestore } = props
  return (
    <header className={styles.bar}>
      <h1>{title}</h1>
      <span className={styles.muted}>{version === null ? 'never published' : `from v${version}`}</span>
      {publishBar === null && (
        <>
          <span className={styles.muted}>{mayRestore ? 'Draft discarded.' : draftWords}</span>
          {mayRestore && (
            <Anchor component="button" type="button" size="sm" onClick={onRestore}>
              Undo
            </Anchor>
          )}
          <span className={styles.push} />
          {obstacle && <span className={styles.muted}>{obstacle}</span>}
          <Button component="a" href={backHref} size="xs" variant="subtle">
            Close
          </Button>
          <Button size="xs" variant="default" disabled={!isDirty} onClick={onDiscard}>
            Discard draft
          </Button>
          <Button size="xs" disabled={obstacle !== null} onClick={onPublish}>
            Publish
          </Button>
        </>
      )}
      {publishBar}
    </header>
  )
}
