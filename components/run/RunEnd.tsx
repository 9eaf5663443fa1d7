// The end of a run: what is still open, closing it, with a reason where something is, and opening it again.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { VisibleStep } from '../../lib/domain/run.ts'
import type { Run } from '../../lib/schema/run.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import styles from './run.module.css'

interface Props {
  run: Run
  /** Required steps that are neither done, skipped nor not applicable. */
  open: VisibleStep[]
  /** The decision has already given a reason for all of them. */
  isExplained: boolean
  onClose: (reason?: string) => void
  onReopen: () => void
  onStep: (stepId: string) => void
}

const steps = (count: number) => (count === 1 ? '1 step' : `${count} steps`)

export function RunEnd({ run, open, isExplained, onClose, onReopen, onStep }: Props) {
  const [isListing, setListing] = useState(false)
  const isClosed = run.closedAt !== null
  const place = useRef<HTMLDivElement>(null)
  const wasClosed = useRef(isClosed)
  // Closed or opened again by the button that is gone now: the one in its place goes on, in sight. Elsewhere the focus stays where it is.
  useLayoutEffect(() => {
    if (wasClosed.current === isClosed) return
    wasClosed.current = isClosed
    setListing(false)
    if (document.activeElement !== document.body) return
    place.current?.querySelector('button')?.focus()
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [isClosed])
  // Asked for once: a step that opens again must not bring the question back.
  useEffect(() => {
    if (isExplained) setListing(false)
  }, [isExplained])
  if (isClosed)
    return (
      <div ref={place}>
        <Notice
          title="This run is closed."
          actions={
            <Button action="finish" onClick={onReopen}>
              Reopen the run
            </Button>
          }
        >
          {run.outcome && <p>Outcome: {run.outcome}</p>}
          {run.override && (
            <p>
              Closed with {steps(run.override.open.length)} open: {run.override.reason}
            </p>
          )}
        </Notice>
      </div>
    )
  return (
    <div ref={place} className={styles.end}>
      <Button
        action="finish"
        look={open.length === 0 ? 'primary' : 'plain'}
        aria-expanded={isExplained ? undefined : isListing}
        onClick={isExplained ? () => onClose() : () => setListing(!isListing)}
      >
        Close the run
      </Button>
      {isListing && !isExplained && (
        <Notice live title={open.length === 1 ? 'One step is still open.' : `${open.length} steps are still open.`}>
          <ul>
            {open.map(({ step }) => (
              <li key={step.id}>
                <Button
                  look="link"
                  onClick={() => {
                    setListing(false)
                    onStep(step.id)
                  }}
                >
                  {step.label}
                </Button>
              </li>
            ))}
          </ul>
          <p>
            Do them, skip them or mark them not applicable. To close the run all the same, say why. The reason is kept with the run; leads read it beside an
            escalation of this case.
          </p>
          <ReasonForm
            ask={`Why is it closed with ${steps(open.length)} open?`}
            action="Close"
            place={`reason:${run.id}`}
            onGive={onClose}
            onCancel={() => setListing(false)}
          />
        </Notice>
      )}
    </div>
  )
}
