// The end of a run: what is still open, closing it, and opening it again.
import { useState } from 'react'
import type { VisibleStep } from '../../lib/domain/run.ts'
import type { Run } from '../../lib/schema/run.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './run.module.css'

interface Props {
  run: Run
  /** Required steps that are neither done, skipped nor not applicable. */
  open: VisibleStep[]
  onClose: () => void
  onReopen: () => void
  onStep: (stepId: string) => void
}

export function RunEnd({ run, open, onClose, onReopen, onStep }: Props) {
  const [isListing, setListing] = useState(false)
  if (run.closedAt !== null)
    return (
      <Notice
        title="This run is closed."
        actions={
          <Button action="finish" onClick={onReopen}>
            Reopen the run
          </Button>
        }
      >
        {run.outcome && <p>Outcome: {run.outcome}</p>}
      </Notice>
    )
  return (
    <div className={styles.end}>
      <Button
        action="finish"
        look={open.length === 0 ? 'primary' : 'plain'}
        aria-expanded={open.length > 0 ? isListing : undefined}
        onClick={open.length === 0 ? onClose : () => setListing(!isListing)}
      >
        Close the run
      </Button>
      {isListing && open.length > 0 && (
        <Notice live title={open.length === 1 ? 'One step is still open.' : `${open.length} steps are still open.`}>
          <p>Do them, skip them or mark them not applicable; then the run can be closed.</p>
          <ul>
            {open.map(({ step }) => (
              <li key={step.id}>
                <Button look="link" onClick={() => onStep(step.id)}>
                  {step.label}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
