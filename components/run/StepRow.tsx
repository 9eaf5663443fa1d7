// One step of a run: the body of its kind, its details while it is worked on, its evidence, its menu, and whether it was saved.
import { type PointerEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { missingEvidence } from '../../lib/domain/proof.ts'
import type { VisibleStep } from '../../lib/domain/run.ts'
import type { StepKind } from '../../lib/schema/playbook.ts'
import type { StepChange } from '../../lib/schema/run.ts'
import { RichText } from '../rich-text/RichText.tsx'
import { Menu, type MenuAction } from '../ui/Menu.tsx'
import { whenReleased } from '../ui/press.ts'
import { useAction, useKeyOf } from '../ui/use-action.ts'
import type { ProofActs, ProofFault } from './proof-acts.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { SaveNote } from './SaveNote.tsx'
import { StepLine } from './StepLine.tsx'
import { StepWork } from './StepWork.tsx'
import { SoonProofBox } from './soon-proof-box.ts'
import styles from './step.module.css'
import type { StepActs, StepAnswer, StepSave } from './step-props.ts'

/** What a person does to have a step done. */
const verbs: Record<StepKind, string> = {
  check: 'tick',
  input: 'save',
  choice: 'answer',
  snippet: 'finish',
  escalate: 'finish',
  jump: 'take',
  decide: 'decide',
}

const requests = { note: 'Write the note', link: 'Give the link', selection: 'Select the words and take them', screenshot: 'Take the picture' } as const
const questions = { skipped: 'Why is it skipped?', 'not-applicable': 'Why does it not apply?', done: 'Why is it decided now?' } as const

interface Props {
  runId: string
  shown: VisibleStep
  number: number
  /** Required steps before this one that are open. */
  openBefore: VisibleStep[]
  isCurrent: boolean
  isClosed: boolean
  memberId: string | null
  save: StepSave | null
  proofs: ProofActs
  onChange: (change: StepChange) => void
  onCurrent: () => void
  onPlaybook: (playbookId: string) => void
  onFlag: () => void
  below: ReactNode
  children: (acts: StepActs) => ReactNode
}

export function StepRow({
  runId,
  shown,
  number,
  openBefore,
  isCurrent,
  isClosed,
  memberId,
  save,
  proofs,
  onChange,
  onCurrent,
  onPlaybook,
  onFlag,
  below,
  children,
}: Props) {
  const { step, record, depth } = shown
  /** An answer that waits for its reason. */
  const [asking, setAsking] = useState<(StepAnswer & { state: keyof typeof questions }) | null>(null)
  /** An answer that waits for the evidence. */
  const [waiting, setWaiting] = useState<StepAnswer | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  /** Why the last piece of evidence was not saved: also when the step was left meanwhile. */
  const [proofFault, setProofFault] = useState<ProofFault | null>(null)
  const [isAdding, setAdding] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const isPointing = useRef(false)
  const state = record?.state ?? 'open'
  const missing = missingEvidence(step, record)
  /** As it is now: an answer may come when sending is over, long after the row was drawn. */
  const missingNow = useRef(missing)

  function focusIn(selector: string): HTMLElement | null {
    const field = row.current?.querySelector<HTMLElement>(selector) ?? null
    field?.focus()
    return field
  }

  // The evidence has come: what waited for it goes on.
  const goOn = useEffectEvent(() => {
    setFault(null)
    if (waiting) answer(waiting)
  })
  useEffect(() => {
    missingNow.current = missing
    if (missing === null) goOn()
  }, [missing])

  /** Without the evidence that a step demands: says so, and what becomes possible with it. */
  function isWanting(possible: string): boolean {
    if (missingNow.current === null) return false
    setFault(`${requests[missingNow.current]} first; then it can be ${possible}.`)
    onCurrent()
    requestAnimationFrame(() => focusIn('[data-evidence]'))
    return true
  }

  function answer(given: StepAnswer) {
    if (given.state === 'done' && isWanting('marked as done')) return setWaiting(given)
    setWaiting(null)
    setFault(null)
    if (step.kind === 'decide' && given.state === 'done' && openBefore.length > 0 && !given.reason) return setAsking({ ...given, state: 'done' })
    setAsking(null)
    onChange({ ...given, stepId: step.id })
  }

  const [naKey, skipKey] = [useKeyOf('not-applicable'), useKeyOf('skip')]
  // A tick may be set from anywhere. What answers, sends or opens again only gets the focus: the press that does it is one that is looked at.
  useAction(isCurrent ? 'do' : undefined, ({ target }) => {
    if (target !== document.body) return false
    const primary = focusIn('[data-primary]')
    if (step.kind === 'check' && state === 'open') primary?.click()
  })

  const actions: MenuAction[] = [
    { label: 'Not applicable…', action: 'not-applicable', act: () => setAsking({ state: 'not-applicable' }) },
    { label: 'Skip…', action: 'skip', act: () => setAsking({ state: 'skipped' }) },
  ]
  if (step.kind === 'snippet' || step.kind === 'escalate') actions.unshift({ label: 'Mark as done', action: 'mark-done', act: () => answer({ state: 'done' }) })
  if (state !== 'open') actions.splice(0, actions.length, { label: 'Open this step again', action: 'reopen', act: () => answer({ state: 'open' }) })
  actions.push({ label: 'Add evidence', action: 'evidence', first: true, act: () => addEvidence() })
  actions.push({ label: 'Flag this step…', action: 'flag', act: onFlag })

  const isHolding = (record?.proofs?.length ?? 0) > 0 || record?.evidence !== undefined
  const hasBox = isClosed ? isHolding : isCurrent && (step.evidence !== null || isAdding || isHolding)
  // Whoever comes back to the step comes to work on it, not to add something once more.
  useEffect(() => {
    if (!isCurrent) setAdding(false)
  }, [isCurrent])
  function addEvidence() {
    if (isAdding) focusIn('[data-evidence], [data-way]')
    setAdding(true)
    onCurrent()
  }

  /** Becoming current may move lines. With a pointer that must wait for the click, or it would land on another step. */
  function onPress({ button }: PointerEvent) {
    if (button !== 0) return
    isPointing.current = true
    // A press that became a scroll or a selection is no click; its focus counts then.
    whenReleased(() => {
      if (!isPointing.current) return
      isPointing.current = false
      if (row.current?.contains(document.activeElement)) onCurrent()
    }, true)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard it becomes current with the focus
    <li
      ref={row}
      className={styles.row}
      style={{ paddingInlineStart: depth * 18 }}
      data-step={step.id}
      data-state={state}
      data-current={isCurrent}
      aria-current={isCurrent ? 'step' : undefined}
      onPointerDown={onPress}
      onClick={() => {
        isPointing.current = false
        onCurrent()
      }}
      onFocus={() => {
        if (!isPointing.current) onCurrent()
      }}
    >
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.main}>
        {state === 'skipped' || state === 'not-applicable' ? (
          <StepLine label={step.label} state={state} answer={record?.reason ?? null} isClosed={isClosed} onReopen={() => answer({ state: 'open' })} />
        ) : (
          children({ answer, maySend: () => !isWanting('sent') })
        )}
        {isCurrent && step.detail.length > 0 && state === 'open' && (
          <div className={styles.detail}>
            <RichText blocks={step.detail} onPlaybook={onPlaybook} />
          </div>
        )}
        {hasBox && (
          <SoonProofBox
            runId={runId}
            shown={shown}
            acts={proofs}
            isClosed={isClosed}
            fault={proofFault}
            onFault={setProofFault}
            takesFocus={isAdding}
            neededTo={missing && state === 'open' ? verbs[step.kind] : null}
          />
        )}
        <StepWork shown={shown} isCurrent={isCurrent} isOpened={hasBox} memberId={memberId} />
        {fault && (
          <p className={styles.fault} role="alert">
            {fault}
          </p>
        )}
        {proofFault && !hasBox && (
          <p className={styles.fault} role="alert">
            The evidence was not saved: {proofFault.sentence}
          </p>
        )}
        {asking && state === 'open' && (
          <>
            {asking.state === 'done' && (
              <div className={styles.work} role="status">
                {openBefore.length === 1 ? 'One step before it is still open:' : `${openBefore.length} steps before it are still open:`}
                <ul className={styles.openSteps}>
                  {openBefore.map((open) => (
                    <li key={open.step.id}>{open.step.label}</li>
                  ))}
                </ul>
              </div>
            )}
            <ReasonForm
              key={asking.state}
              ask={questions[asking.state]}
              place={`reason:${runId}:${step.id}:${asking.state}`}
              onGive={(reason) => answer({ ...asking, reason })}
              onCancel={() => setAsking(null)}
            />
          </>
        )}
        {save && <SaveNote save={save} onRetry={() => save.state === 'failed' && onChange(save.change)} />}
        {below}
      </div>
      {!isClosed && (
        <Menu
          className={styles.menu}
          label={`More for step ${number}`}
          title={state === 'open' ? `Not applicable${naKey ? ` (${naKey.words})` : ''}, skip${skipKey ? ` (${skipKey.words})` : ''}` : 'Open this step again'}
          actions={actions}
          isKeyed={isCurrent}
        />
      )}
    </li>
  )
}
