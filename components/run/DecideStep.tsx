// The decision that a playbook ends in.
import { RadioList } from '../ui/RadioList.tsx'
import { OptionLinks } from './OptionLinks.tsx'
import { StepHead } from './StepHead.tsx'
import { StepLine } from './StepLine.tsx'
import styles from './step.module.css'
import type { StepProps } from './step-props.ts'

export function DecideStep({ step, record, isCurrent, isClosed, onAnswer, onPlaybook }: StepProps<'decide'>) {
  if (record?.state === 'done') {
    const answer = step.outcomes.find(({ id }) => id === record.outcomeId)?.label ?? null
    return <StepLine label={step.label} state="done" answer={answer} isClosed={isClosed} onReopen={() => onAnswer({ state: 'open' })} />
  }
  return (
    <>
      <StepHead step={step} onPlaybook={onPlaybook} />
      <div className={styles.indent}>
        <RadioList
          label={step.label}
          options={step.outcomes.map((option) => ({ ...option, after: <OptionLinks inlines={option.text} onPlaybook={onPlaybook} /> }))}
          chosen={null}
          isPrimary
          isDisabled={isClosed}
          isKeyed={isCurrent}
          onChoose={(outcomeId) => onAnswer({ state: 'done', outcomeId })}
        />
      </div>
    </>
  )
}
