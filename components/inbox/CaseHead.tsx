// Who handed over what, from where and when; the ways to the page itself and out of here.

import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { caseTitle } from '../../lib/domain/case-title.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import { SeverityMark } from '../ui/SeverityMark.tsx'
import { agoInWords } from '../ui/time-words.ts'
import { instantOf } from './age.ts'
import styles from './case.module.css'
import { SaveEvidence } from './SaveEvidence.tsx'
import { standingFor } from './standing-words.ts'

interface Props {
  row: Escalation
  memberId: string
  now: number
  onSave(): Promise<void>
}

const way = { panel: 'from the panel', command: 'by keyboard', menu: 'from the page menu' } as const

/** The page said its own address; only one that a browser opens as a page becomes a link. */
function isPage(url: string): boolean {
  return /^https?:\/\//i.test(url)
}

export function CaseHead({ row, memberId, now, onSave }: Props) {
  const { content } = row
  const standing = standingFor(row, memberId)
  return (
    <header className={styles.head}>
      <div className={styles.over}>
        <SeverityMark severity={row.severity} />
        <span className={styles.number}>#{row.number}</span>
        <span className={styles.standing} data-waits={standing.waits || undefined}>
          {standing.words}
        </span>
        <span className={styles.out}>
          <SaveEvidence key={content.id} onSave={onSave} />
        </span>
      </div>
      <div className={styles.titleLine}>
        <h1 className={styles.title} tabIndex={-1}>
          {caseTitle(content.case)}
        </h1>
        {isPage(content.case.url) && (
          <Button
            component="a"
            href={content.case.url}
            target="_blank"
            rel="noopener noreferrer"
            variant="default"
            size="xs"
            rightSection={<IconExternalLink size={14} aria-hidden />}
          >
            Open the page
          </Button>
        )}
      </div>
      <p className={styles.meta}>
        <span>{row.by.name}</span>
        <time dateTime={new Date(row.receivedAt).toISOString()} title={instantOf(row.receivedAt)}>
          {agoInWords(row.receivedAt, now)}
        </time>
        <span>{way[content.via]}</span>
        <span>
          queue <strong>{content.queue}</strong>
        </span>
        <span className={styles.key}>{content.case.key}</span>
      </p>
    </header>
  )
}
