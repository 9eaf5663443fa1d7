// One playbook as a line of the list.
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { momentOf } from '../inbox/age.ts'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import styles from './playbook-list.module.css'

interface Props {
  playbook: PlaybookVersion
  now: number
  isOpen: boolean
  /** Open ones. */
  flags: number
  href: string
}

export function PlaybookRow({ playbook, now, isOpen, flags, href }: Props) {
  const { document } = playbook
  return (
    <li>
      <a className={styles.row} href={href} aria-current={isOpen ? 'true' : undefined}>
        <span>{document.severity && <SeverityMark severity={document.severity} />}</span>
        <span className={styles.title}>{document.title}</span>
        <span className={styles.version}>
          {flags > 0 && <strong className={styles.flags}>{flags === 1 ? '1 flag' : `${flags} flags`}</strong>} v{playbook.version}
        </span>
        <span className={styles.facts}>
          {playbook.publishedBy.name}, {momentOf(playbook.publishedAt, now)}
          {document.owner && ` · ${document.owner}`}
        </span>
      </a>
    </li>
  )
}
