// Whether a change of a step is safe yet. "Saved" appears only once the worker answered.
import { Button } from '../ui/Button.tsx'
import styles from './step.module.css'
import type { StepSave } from './step-props.ts'

export function SaveNote({ save, onRetry }: { save: StepSave; onRetry: () => void }) {
  if (save.state !== 'failed') return null
  return (
    <p className={styles.fault} role="alert">
      Not saved. {save.message}{' '}
      <Button look="link" onClick={onRetry}>
        Try again
      </Button>
    </p>
  )
}
