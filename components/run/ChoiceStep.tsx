// A question whose answer unfolds the steps that follow from it.
import { RadioList } from '../ui/RadioList.tsx'
import { OptionLinks } from './OptionLinks.tsx'
import { StepHead } from './StepHead.tsx'
import { StepLine } from './StepLine.tsx'
import styles from './step.module.css'
import type { StepProps } from './step-props.ts'

export function ChoiceStep({ step, record, isCurrent, isClosed, onAnswer, onPlaybook }: StepProps<'choice'>) {
  if (record?.state === 'done') {
    const answer = step.options.find(({ id }) => id === record.optionId)?.label ?? null
    return <StepLine label={step.label} state="done" answer={answer} isClosed={isClosed} onReopen={() => onAnswer({ state: 'open' })} />
  }
  return (
    <>
      <StepHead step={step} onPlaybook={onPlaybook} />
      <div className={styles.indent}>
        <RadioList
          label={step.label}
          options={step.options.map((option) => ({ ...option, after: <OptionLinks inlines={option.text} onPlaybook={onPlaybook} /> }))}
          chosen={null}
          isPrimary
          isDisabled={isClosed}
          isKeyed={isCurrent}
          onChoose={(optionId) => onAnswer({ state: 'done', optionId })}
        />
      </div>
    </>
  )
}
