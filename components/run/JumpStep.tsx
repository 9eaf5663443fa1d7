// A way past some steps: taking it goes on at another one, and those between are not asked.
import { Button } from '../ui/Button.tsx'
import { StepHead } from './StepHead.tsx'
import { StepLine } from './StepLine.tsx'
import styles from './step.module.css'
import type { StepProps } from './step-props.ts'

interface Props extends StepProps<'jump'> {
  /** Words of the step that it leads to; null where there is none. */
  target: string | null
}

export function JumpStep({ step, record, isClosed, target, onAnswer, onPlaybook }: Props) {
  const where = target ?? step.to
  if (record?.state === 'done')
    return <StepLine label={step.label} state="done" answer={`Went on at “${where}”`} isClosed={isClosed} onReopen={() => onAnswer({ state: 'open' })} />
  return (
    <>
      <StepHead step={step} onPlaybook={onPlaybook} />
      <div className={styles.actions}>
        <Button data-primary disabled={isClosed} onClick={() => onAnswer({ state: 'done' })}>
          Go on at “{where}”
        </Button>
      </div>
    </>
  )
}
