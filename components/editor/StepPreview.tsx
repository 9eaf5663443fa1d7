// One step as it will read, with its branches below it.
import { IconAlertTriangle, IconGavel, IconHelp, IconInputSearch, IconMessage2, IconPlayerSkipForward, IconSquare } from '@tabler/icons-react'
import type { Step } from '../../lib/schema/playbook.ts'
import { InlineText } from '../rich-text/InlineText.tsx'
import { RichText } from '../rich-text/RichText.tsx'
import styles from './preview.module.css'
import { StepList } from './StepList.tsx'
import { stepWords } from './step-words.ts'

interface Props {
  step: Step
  onPlaybook(playbookId: string): void
}

const marks = {
  check: IconSquare,
  input: IconInputSearch,
  choice: IconHelp,
  snippet: IconMessage2,
  escalate: IconAlertTriangle,
  jump: IconPlayerSkipForward,
  decide: IconGavel,
} as const
const kinds = { check: 'Check', input: 'Enter', choice: 'Choose', snippet: 'Insert', escalate: 'Escalate', jump: 'Go on', decide: 'Decide' } as const

export function StepPreview({ step, onPlaybook }: Props) {
  const Mark = marks[step.kind]
  const words = stepWords(step)
  return (
    <li className={styles.step} data-kind={step.kind}>
      <Mark className={styles.mark} size={16} stroke={1.75} role="img" aria-label={kinds[step.kind]} />
      <div className={styles.body}>
        <p>
          <InlineText inlines={step.text} onPlaybook={onPlaybook} />
        </p>
        {words.length > 0 && <p className={styles.words}>{words.join(' · ')}</p>}
        {step.detail.length > 0 && (
          <div className={styles.detail}>
            <RichText blocks={step.detail} onPlaybook={onPlaybook} />
          </div>
        )}
        {step.kind === 'decide' && (
          <ul className={styles.outcomes}>
            {step.outcomes.map((outcome) => (
              <li key={outcome.id}>
                <InlineText inlines={outcome.text} onPlaybook={onPlaybook} />
              </li>
            ))}
          </ul>
        )}
        {step.kind === 'choice' &&
          step.options.map((option) => (
            <div key={option.id} className={styles.option}>
              <p className={styles.optionName}>
                <InlineText inlines={option.text} onPlaybook={onPlaybook} />
              </p>
              <StepList steps={option.steps} onPlaybook={onPlaybook} />
            </div>
          ))}
      </div>
    </li>
  )
}
