// The steps of a run in reading order: which one is worked on, and where the focus goes next.
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { openRequired } from '../../lib/domain/close-run.ts'
import type { VisibleStep } from '../../lib/domain/run.ts'
import type { Section } from '../../lib/schema/playbook.ts'
import type { StepChange } from '../../lib/schema/run.ts'
import { RichText } from '../rich-text/RichText.tsx'
import type { ProofActs } from './proof-acts.ts'
import styles from './run.module.css'
import { StepRow } from './StepRow.tsx'
import type { StepActs, StepSave } from './step-props.ts'
import { focusStep, useStepKeys } from './use-step-keys.ts'

interface Props {
  runId: string
  sections: Section[]
  visible: VisibleStep[]
  isClosed: boolean
  memberId: string | null
  proofs: ProofActs
  saves: Record<string, StepSave>
  onChange: (change: StepChange) => void
  onPlaybook: (playbookId: string) => void
  body: (shown: VisibleStep, isCurrent: boolean, acts: StepActs) => ReactNode
  onFlag: (stepId: string) => void
  /** What stands under a step, whatever its state. */
  below: (stepId: string) => ReactNode
  /** A step to go to, asked for from outside; each new object asks again. */
  goTo: { stepId: string } | null
}

const none: VisibleStep[] = []
const isOpen = ({ record }: VisibleStep) => (record?.state ?? 'open') === 'open'

export function RunSteps({ runId, sections, visible, isClosed, memberId, proofs, saves, onChange, onPlaybook, body, onFlag, below, goTo }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const [chosenId, setCurrentId] = useState<string | null>(() => visible.find(isOpen)?.step.id ?? null)
  const stepIds = useMemo(() => visible.map(({ step }) => step.id), [visible])
  // A run that moved to another version may no longer have the step.
  const currentId = chosenId !== null && stepIds.includes(chosenId) ? chosenId : (visible.find(isOpen)?.step.id ?? null)
  const left = useRef<string | null>(null)
  useStepKeys(root, stepIds, currentId)

  // The next thing to do has the focus, unless the agent is somewhere else already.
  useEffect(() => {
    const first = root.current?.querySelector<HTMLElement>('[data-current="true"] [data-primary]')
    if (document.activeElement === document.body || !document.activeElement) first?.focus({ preventScroll: true })
    // In a low window the first thing to do comes into sight, with what is said before it above.
    root.current?.querySelector('[data-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [])

  useEffect(() => {
    if (goTo) focusStep(root.current, goTo.stepId)
  }, [goTo])

  // A step that has just been answered hands over to the next open one, branches that it unfolded included.
  useEffect(() => {
    const index = visible.findIndex(({ step }) => step.id === left.current)
    // Its row may have answered in this very commit, when its evidence came: the answer is in the next one.
    if (index < 0 || isOpen(visible[index]!)) return
    left.current = null
    const next = visible.slice(index + 1).find(isOpen) ?? visible.find(isOpen)
    if (!next) return
    setCurrentId(next.step.id)
    focusStep(root.current, next.step.id)
  }, [visible])

  function change(shown: VisibleStep, asked: StepChange) {
    if (asked.state !== 'open' && isOpen(shown)) left.current = asked.stepId
    onChange(asked)
  }

  return (
    <div ref={root}>
      {sections.map((section) => {
        const rows = visible.map((shown, index) => ({ shown, number: index + 1 })).filter(({ shown }) => shown.section.id === section.id)
        if (rows.length === 0) return null
        return (
          <section key={section.id} className={styles.section} aria-label={section.title}>
            {sections.length > 1 && <h3>{section.title}</h3>}
            {section.prose.length > 0 && (
              <div className={styles.prose}>
                <RichText blocks={section.prose} onPlaybook={onPlaybook} />
              </div>
            )}
            <ol>
              {rows.map(({ shown, number }) => {
                const isCurrent = shown.step.id === currentId && !isClosed
                return (
                  <StepRow
                    key={shown.step.id}
                    runId={runId}
                    shown={shown}
                    number={number}
                    isCurrent={isCurrent}
                    isClosed={isClosed}
                    openBefore={shown.step.kind === 'decide' ? openRequired(visible, shown.step.id) : none}
                    memberId={memberId}
                    proofs={proofs}
                    save={saves[shown.step.id] ?? null}
                    onChange={(asked) => change(shown, asked)}
                    onCurrent={() => setCurrentId(shown.step.id)}
                    onPlaybook={onPlaybook}
                    onFlag={() => onFlag(shown.step.id)}
                    below={below(shown.step.id)}
                  >
                    {(acts) => body(shown, isCurrent, acts)}
                  </StepRow>
                )
              })}
            </ol>
          </section>
        )
      })}
    </div>
  )
}
