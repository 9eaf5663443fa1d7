// What the agent is looking at: site, case, title, key fields, and what of it could not be read.

import { type ReactNode, useState } from 'react'
import { caseDetails, caseTitle } from '../../lib/domain/case-title.ts'
import type { CaseContext } from '../../lib/schema/case.ts'
import { Button } from '../ui/Button.tsx'
import styles from './case.module.css'

interface Props {
  context: CaseContext
  siteName: string | null
  /** The access note and the offer to use Handrail here. */
  children?: ReactNode
}

const shownFields = 4

function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  return new URL(url).host || null
}

export function CaseHeader({ context, siteName, children }: Props) {
  const [isWhole, setWhole] = useState(false)
  const filled = caseDetails(context)
  // A button that uncovers one field would take the room of the field.
  const hasMore = filled.length > shownFields + 1
  const fields = isWhole || !hasMore ? filled : filled.slice(0, shownFields)
  const site = siteName ?? hostOf(context.url)
  return (
    <section className={styles.header} aria-label="This case">
      <p className={styles.place}>
        {site && <span>{site}</span>}
        {context.caseId && <span className={styles.caseId}>{context.caseId}</span>}
      </p>
      <h1 dir="auto" className={styles.title} title={caseTitle(context)}>
        {context.access === 'none' ? 'This page' : caseTitle(context)}
      </h1>
      {fields.length > 0 && (
        <dl className={styles.fields}>
          {fields.map(({ name, label, value }) => (
            <div key={name}>
              <dt title={label}>{label}</dt>
              <dd dir="auto" title={value}>
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {hasMore && (
        <Button look="link" action="fields" className={styles.more} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Fewer fields' : `${filled.length - shownFields} more fields`}
        </Button>
      )}
      {context.selection && (
        <p dir="auto" className={styles.selection} title={context.selection}>
          Selected: “{context.selection}”
        </p>
      )}
      {children}
    </section>
  )
}
