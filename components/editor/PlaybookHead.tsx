// What a playbook is, which version is open, and the way to change it.
import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { momentOf } from '../inbox/age.ts'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import styles from './playbook-page.module.css'

interface Props {
  playbook: PlaybookVersion
  now: number
  /** Null on an older version: those are never edited. */
  editHref: string | null
}

export function PlaybookHead({ playbook, now, editHref }: Props) {
  const { document } = playbook
  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <h1>{document.title}</h1>
        {editHref && (
          <Button component="a" href={editHref} variant="default" size="xs" leftSection={<IconPencil size={14} aria-hidden />}>
            Edit
          </Button>
        )}
      </div>
      <p className={styles.meta}>
        {document.severity && <SeverityMark severity={document.severity} />}
        <span>v{playbook.version}</span>
        <span>
          {playbook.publishedBy.name}, {momentOf(playbook.publishedAt, now)}
        </span>
        {document.owner && <span>owner {document.owner}</span>}
        {document.queue && <span>queue {document.queue}</span>}
        {document.reviewEveryDays && <span>reviewed every {document.reviewEveryDays} days</span>}
        <code>{playbook.id}</code>
      </p>
    </header>
  )
}
