// One step of a run: the body of its kind, its details while it is worked on, its menu, and whether it was saved.
import { type ReactNode, useRef, useState } from 'react'
import { demandedEvidence, type VisibleStep } from '../../lib/domain/run.ts'
import type { StepKind } from '../../lib/schema/playbook.ts'
import type { StepChange } from '../../lib/schema/run.ts'
import { RichText } from '../rich-text/RichText.tsx'
import { Menu, type MenuAction } from '../ui/Menu.tsx'
import { useAction, useKeyOf } from '../ui/use-action.ts'
import { EvidenceField } from './EvidenceField.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { SaveNote } from './SaveNote.tsx'
import { StepLine } from './StepLine.tsx'
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

const requests = { note: 'Write the note', link: 'Give the link' } as const

interface Props {
  shown: VisibleStep
  number: number
  isCurrent: boolean
  isClosed: boolean
  save: StepSave | null
  onChange: (change: StepChange) => void
  onCurrent: () => void
  onPlaybook: (playbookId: string) => void
  onFlag: () => void
  below: ReactNode
  children: (acts: StepActs) => ReactNode
}

export function StepRow({ shown, number, isCurrent, isClosed, save, onChange, onCurrent, onPlaybook, onFlag, below, children }: Props) {
  const { step, record, depth } = shown
  const [asking, setAsking] = useState<'skipped' | 'not-applicable' | null>(null)
  const [evidence, setEvidence] = useState(record?.evidence ?? '')
  /** What the field shows now: an answer may come when sending is over, long after the row was drawn. */
  const written = useRef(evidence)
  /** An answer that waits for the evidence. */
  const [waiting, setWaiting] = useState<StepAnswer | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const row = useRef<HTMLLIElement>(null)
  const isPointing = useRef(false)
  const state = record?.state ?? 'open'
  const demanded = demandedEvidence(step)

  function focusIn(selector: string): HTMLElement | null {
    const field = row.current?.querySelector<HTMLElement>(selector) ?? null
    field?.focus()
    return field
  }

  function write(text: string) {
    written.current = text
    setEvidence(text)
    setFault(null)
  }

  /** Without the evidence that a step demands: says so, and what becomes possible with it. */
  function isWanting(possible: string): boolean {
    if (!demanded || written.current.trim() !== '') return false
    setFault(`${requests[demanded]} first; then it can be ${possible}.`)
    onCurrent()
    requestAnimationFrame(() => focusIn('[data-evidence]'))
    return true
  }

  function answer(given: StepAnswer) {
    if (given.state === 'done' && isWanting('marked as done')) return setWaiting(given)
    setWaiting(null)
    setFault(null)
    setAsking(null)
    onChange({ ...given, stepId: step.id, evidence: written.current.trim() || undefined })
  }

  function saveEvidence() {
    const text = written.current.trim()
    const saved = record?.evidence ?? ''
    const due = text === '' ? null : waiting
    if (due === null && text === saved) return
    if (text === '' && state === 'done' && demanded) {
      write(saved)
      return setFault(`A step that is done keeps its ${demanded}. Change it, or open the step again first.`)
    }
    answer(due ?? (record ? answerOf(record) : { state: 'open' }))
  }

  const [naKey, skipKey] = [useKeyOf('not-applicable'), useKeyOf('skip')]
  useAction(isCurrent ? 'evidence' : undefined, () => focusIn('[data-evidence]'))
  useAction(isCurrent ? 'do' : undefined, ({ target }) => target === document.body && focusIn('[data-primary]')?.click())

  const actions: MenuAction[] = [
    { label: 'Not applicable…', action: 'not-applicable', act: () => setAsking('not-applicable') },
    { label: 'Skip…', action: 'skip', act: () => setAsking('skipped') },
  ]
  if (step.kind === 'snippet' || step.kind === 'escalate') actions.unshift({ label: 'Mark as done', action: 'mark-done', act: () => answer({ state: 'done' }) })
  if (state !== 'open') actions.splice(0, actions.length, { label: 'Open this step again', action: 'reopen', act: () => answer({ state: 'open' }) })
  actions.push({ label: 'Flag this step…', action: 'flag', first: true, act: onFlag })

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
      // Becoming current may move lines. With a pointer that must wait for the click, or it would land on another step.
      onPointerDown={() => {
        isPointing.current = true
      }}
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
        {step.evidence && isCurrent && (
          <EvidenceField
            kind={step.evidence}
            neededTo={demanded && state === 'open' ? verbs[step.kind] : null}
            text={evidence}
            isClosed={isClosed}
            onText={write}
            onSave={saveEvidence}
          />
        )}
        {fault && (
          <p className={styles.fault} role="alert">
            {fault}
          </p>
        )}
        {asking && state === 'open' && <ReasonForm state={asking} onGive={(reason) => answer({ state: asking, reason })} onCancel={() => setAsking(null)} />}
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

function answerOf({ at: _, stepId: __, evidence: ___, ...rest }: NonNullable<VisibleStep['record']>): StepAnswer {
  return rest
}
