// What the agent handed over: the note, the selected text, the case fields, and honestly what is masked or missing.
import { caseDetails } from '../../lib/domain/case-title.ts'
import { maskedWords } from '../../lib/domain/masked-words.ts'
import type { EscalationContent } from '../../lib/schema/escalation.ts'
import styles from './case.module.css'

interface Props {
  content: EscalationContent
}

export function CaseEvidence({ content }: Props) {
  const { selection } = content.case
  const fields = caseDetails(content.case)
  return (
    <>
      <section className={styles.section} aria-labelledby="case-note">
        <h2 id="case-note">Note</h2>
        {content.note ? <p className={styles.prose}>{content.note}</p> : <p className={styles.absent}>No note was written.</p>}
      </section>
      {selection !== '' && (
        <section className={styles.section} aria-labelledby="case-selection">
          <h2 id="case-selection">Selected on the page</h2>
          <blockquote className={styles.quote}>{selection}</blockquote>
        </section>
      )}
      {fields.length > 0 && (
        <section className={styles.section} aria-labelledby="case-fields">
          <h2 id="case-fields">Case</h2>
          <dl className={styles.fields}>
            {fields.map((field) => (
              <div key={field.name}>
                <dt>{field.label}</dt>
                <dd>{field.value || <span className={styles.absent}>empty</span>}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {(content.missing.length > 0 || content.maskedCount > 0) && (
        <ul className={styles.honest}>
          {content.missing.length > 0 && <li data-kind="missing">Could not be read: {content.missing.join(', ')}.</li>}
          {content.maskedCount > 0 && <li>Masked on the agent's device before anything was stored: {maskedWords(content)}.</li>}
        </ul>
      )}
    </>
  )
}
