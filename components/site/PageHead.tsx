// Which profile this is, and which of its pages: names, addresses, and where a case opens again.

import { type ProfileDraft, pageOf, withPage } from '../../lib/domain/profile-draft.ts'
import { Field } from '../ui/Field.tsx'
import styles from './reading.module.css'

interface Props {
  draft: ProfileDraft
  onChange: (draft: ProfileDraft) => void
}

export function PageHead({ draft, onChange }: Props) {
  const { site, base } = draft
  const page = pageOf(draft)
  return (
    <details className={styles.about} open={base === null || undefined}>
      <summary>
        {site.name}, {base === null ? 'not published yet' : `version ${base}`}. Page: {page.name}
      </summary>
      <div className={styles.fresh}>
        <Field
          label="Name of the site"
          value={site.name}
          maxLength={120}
          onChange={({ target }) => onChange({ ...draft, site: { ...site, name: target.value } })}
        />
        <p className={styles.muted}>
          Holds for <span className={styles.mono}>{site.origins.join(', ')}</span>
        </p>
        <Field label="Kind of page" value={page.name} maxLength={60} onChange={({ target }) => onChange(withPage(draft, { name: target.value }))} />
        <Field
          label="Its addresses"
          hint="The path; * stands for anything."
          className={styles.mono}
          value={page.path}
          maxLength={300}
          onChange={({ target }) => onChange(withPage(draft, { path: target.value }))}
        />
        <Field
          label="Where a case opens again"
          hint="A path with {case} for its id; empty where it is this very address."
          className={styles.mono}
          value={page.link ?? ''}
          maxLength={300}
          onChange={({ target }) => onChange(withPage(draft, { link: target.value }))}
        />
      </div>
    </details>
  )
}
