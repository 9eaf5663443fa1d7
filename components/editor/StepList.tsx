// Steps in their order.
import type { Step } from '../../lib/schema/playbook.ts'
import styles from './preview.module.css'
import { StepPreview } from './StepPreview.tsx'

interface Props {
  steps: Step[]
  onPlaybook(playbookId: string): void
}

export function StepList({ steps, onPlaybook }: Props) {
  if (steps.length === 0) return null
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <StepPreview key={step.id} step={step} onPlaybook={onPlaybook} />
      ))}
    </ol>
  )
}
