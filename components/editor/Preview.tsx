// A playbook as an agent will read it, all branches open.
import type { PlaybookDocument } from '../../lib/schema/playbook.ts'
import { RichText } from '../rich-text/RichText.tsx'
import styles from './preview.module.css'
import { StepList } from './StepList.tsx'
import { triggerSentence } from './trigger-sentence.ts'

interface Props {
  document: PlaybookDocument
  onPlaybook(playbookId: string): void
}

export function Preview({ document, onPlaybook }: Props) {
  const sentences = document.triggers.flatMap((trigger) => (trigger.kind === 'not' ? [] : [triggerSentence(trigger)]))
  const refusals = document.triggers.flatMap((trigger) => (trigger.kind === 'not' ? [triggerSentence(trigger.of)] : []))
  return (
    <div className={styles.preview}>
      <div className={styles.triggers}>
        {sentences.length === 0 && <p>Never shown by itself; agents find it by search.</p>}
        {sentences.length === 1 && <p>Shown when {sentences[0]}.</p>}
        {sentences.length > 1 && (
          <>
            <p>Shown when one of these fits:</p>
            <ul>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
        {refusals.map((sentence) => (
          <p key={sentence}>Not shown when {sentence}.</p>
        ))}
      </div>
      {document.intro.length > 0 && <RichText blocks={document.intro} onPlaybook={onPlaybook} />}
      {document.sections.map((section) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <h2 id={`section-${section.id}`}>{section.title}</h2>
          {section.prose.length > 0 && <RichText blocks={section.prose} onPlaybook={onPlaybook} />}
          <StepList steps={section.steps} onPlaybook={onPlaybook} />
        </section>
      ))}
    </div>
  )
}
