// A text to answer with: read it as it will arrive, then insert it. Inserting completes the step.
import type { Snippet } from '../../lib/schema/snippet.ts'
import { SnippetCard } from '../snippet/SnippetCard.tsx'
import type { Reply } from '../snippet/snippet-desk.ts'
import { StepHead } from './StepHead.tsx'
import { StepLine } from './StepLine.tsx'
import styles from './step.module.css'
import type { StepProps } from './step-props.ts'

interface Props extends StepProps<'snippet'> {
  /** Undefined while the library loads, null where it has no such snippet. */
  snippet: Snippet | null | undefined
  values: Record<string, string>
  onInsert: (reply: Reply) => Promise<unknown>
}

export function SnippetStep({ step, record, isCurrent, isClosed, snippet, values, onAnswer, onPlaybook, onInsert }: Props) {
  if (record?.state === 'done')
    return <StepLine label={step.label} state="done" answer="Inserted" isClosed={isClosed} onReopen={() => onAnswer({ state: 'open' })} />
  return (
    <>
      <StepHead step={step} onPlaybook={onPlaybook} />
      <div className={styles.indent}>
        {snippet && <SnippetCard snippet={snippet} values={values} isOpen={isCurrent} isPrimary isDisabled={isClosed} onInsert={onInsert} />}
        {snippet === null && (
          <p className={styles.muted}>The library has no snippet “{step.snippet}”. Tell the owner of this playbook; mark the step as you handled it.</p>
        )}
      </div>
    </>
  )
}
