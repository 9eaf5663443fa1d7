// A run on screen: its header, its steps, its end. What each change means is decided by lib/domain/run.ts, not here.
import { useEffect, useMemo, useRef, useState } from 'react'
import { openRequired, unaccounted } from '../../lib/domain/close-run.ts'
import { openFlagsOf } from '../../lib/domain/own-flags.ts'
import { progressOf, valuesOf, visibleSteps } from '../../lib/domain/run.ts'
import type { CaseField } from '../../lib/schema/case.ts'
import type { StepChange, Undoable } from '../../lib/schema/run.ts'
import type { Snippet } from '../../lib/schema/snippet.ts'
import type { RunView } from '../../lib/schema/views.ts'
import { RichText } from '../rich-text/RichText.tsx'
import type { Reply } from '../snippet/snippet-desk.ts'
import { late } from '../ui/late.ts'
import { useLingering } from '../ui/use-lingering.ts'
import { FormerLine } from './FormerLine.tsx'
import { FormerList } from './FormerList.tsx'
import type { Hearing } from './hearing.ts'
import { isStopped, type Moving } from './moving.ts'
import type { OtherRun } from './OtherRuns.tsx'
import { progressWords } from './progress-words.ts'
import type { ProofActs } from './proof-acts.ts'
import { RunHeader } from './RunHeader.tsx'
import { RunSteps } from './RunSteps.tsx'
import styles from './run.module.css'
import { type EscalateTarget, StepBody } from './StepBody.tsx'
import type { StepSave } from './step-props.ts'

/** Comparing versions is a good part of the panel's code, and few runs need it. */
const RunEnd = late(() => import('./RunEnd.tsx').then((module) => module.RunEnd), true)
const VersionNotice = late(() => import('./VersionNotice.tsx').then((module) => module.VersionNotice), true)

const ConfirmNotice = late(() => import('./ConfirmNotice.tsx').then((module) => module.ConfirmNotice), true)
const FlagPlace = late(() => import('./FlagPlace.tsx').then((module) => module.FlagPlace), true)
/** Nor do most runs have a neighbour, or go to a colleague. */
const OtherRuns = late(() => import('./OtherRuns.tsx').then((module) => module.OtherRuns), true)
const HandedNotice = late(() => import('./HandedNotice.tsx').then((module) => module.HandedNotice), true)
/** To have them there before a run is drawn. */
export const laterParts = [RunEnd, VersionNotice, ConfirmNotice, FlagPlace, OtherRuns, HandedNotice]

interface Props {
  view: RunView
  fields: CaseField[]
  /** Undefined while the library loads. */
  snippets: Snippet[] | undefined
  saves: Record<string, StepSave>
  moving: Moving
  hearing: Hearing
  onBack: () => void
  /** Open on the same case, the next one first. */
  others: OtherRun[]
  onOther: (runId: string) => void
  /** Begins the playbook anew, beside a run that went to a colleague. */
  onAgain: () => void
  /** Who works here. */
  memberId: string | null
  proofs: ProofActs
  onChange: (change: StepChange) => void
  onUndo: (change: Pick<Undoable, 'stepId' | 'at'>) => void
  /** With the reason where required steps are open. */
  onClose: (reason?: string) => void
  onReopen: () => void
  onInsert: (reply: Reply) => Promise<boolean>
  /** `now` sends at once and answers whether it was saved; otherwise the note opens, filled with the target. */
  onEscalate: (target: EscalateTarget, now: boolean) => Promise<boolean>
  onPlaybook: (playbookId: string) => void
}

export function RunPanel({
  view,
  fields,
  snippets,
  saves,
  moving,
  hearing,
  others,
  onOther,
  onAgain,
  memberId,
  proofs,
  onBack,
  onChange,
  onUndo,
  onClose,
  onReopen,
  onInsert,
  onEscalate,
  onPlaybook,
}: Props) {
  const { run, playbook } = view
  const { document } = playbook
  const isHeld = isStopped(view)
  const values = useMemo(() => valuesOf(fields, document, run), [fields, document, run])
  const visible = useMemo(() => visibleSteps(document, run, values), [document, run, values])
  const isFresh = useLingering(run.steps.length === 0)
  const [goTo, setGoTo] = useState<{ stepId: string } | null>(null)
  /** The step being flagged; null for the playbook as a whole, undefined for nothing. */
  const [flagging, setFlagging] = useState<string | null>()
  const below = (stepId: string | null) =>
    stepId !== null && flagging !== stepId && openFlagsOf(hearing.flags, playbook.id, stepId).length === 0 ? null : (
      <FlagPlace
        playbookId={playbook.id}
        stepId={stepId}
        hearing={hearing}
        isOpen={flagging === stepId}
        onOpen={() => setFlagging(stepId)}
        onClose={() => {
          setFlagging(undefined)
          if (stepId !== null) setGoTo({ stepId })
        }}
      />
    )
  const open = useMemo(() => openRequired(visible), [visible])
  const isExplained = useMemo(() => unaccounted(visible).length === 0, [visible])

  // The step goes on where it was: its row takes the focus.
  const last = run.closedAt === null && !isHeld ? run.undo?.at(-1) : undefined
  function undo() {
    if (!last) return
    onUndo(last)
    setGoTo({ stepId: last.stepId })
  }

  // Moved by a click, the focus is nowhere: it goes on to the next thing to do. A move that came by itself leaves it where the agent is.
  const seenVersion = useRef(playbook.version)
  useEffect(() => {
    if (seenVersion.current === playbook.version) return
    seenVersion.current = playbook.version
    const next = visible.find(({ record }) => (record?.state ?? 'open') === 'open')
    if (next && window.document.activeElement === window.document.body) setGoTo({ stepId: next.step.id })
  }, [playbook.version, visible])

  return (
    <article className={styles.run} aria-label={document.title}>
      <RunHeader
        title={document.title}
        severity={document.severity}
        version={playbook.version}
        progress={progressWords(progressOf(document, run, values))}
        from={run.cameFrom?.member.name ?? null}
        saves={Object.values(saves)}
        undo={last ? undo : null}
        onBack={onBack}
      />
      {others.length > 0 && <OtherRuns others={others} onOpen={onOther} />}
      {run.wentTo && <HandedNotice wentTo={run.wentTo} onAgain={onAgain} />}
      {!run.wentTo && (view.newer !== null || run.move) && <VersionNotice view={view} moving={moving} />}
      {view.confirm && <ConfirmNotice playbook={playbook} since={view.confirm.since} moving={moving} onConfirm={hearing.onConfirm} />}
      {document.intro.length > 0 && isFresh && (
        <div className={styles.intro}>
          <RichText blocks={document.intro} onPlaybook={onPlaybook} />
        </div>
      )}
      <RunSteps
        runId={run.id}
        sections={document.sections}
        visible={visible}
        isClosed={run.closedAt !== null || isHeld}
        memberId={memberId}
        proofs={proofs}
        saves={saves}
        onChange={onChange}
        onPlaybook={onPlaybook}
        goTo={goTo}
        onFlag={setFlagging}
        below={below}
        body={(shown, isCurrent, { answer, maySend }) => (
          <>
            <StepBody
              shown={shown}
              document={document}
              fields={fields}
              values={values}
              snippets={snippets}
              isCurrent={isCurrent}
              isClosed={run.closedAt !== null || isHeld}
              onAnswer={answer}
              maySend={maySend}
              onInsert={onInsert}
              onEscalate={onEscalate}
              onPlaybook={onPlaybook}
            />
            <FormerLine shown={shown} former={run.former ?? []} />
          </>
        )}
      />
      <FormerList former={run.former ?? []} />
      {!isHeld && !run.wentTo && (
        <RunEnd run={run} open={open} isExplained={isExplained} onClose={onClose} onReopen={onReopen} onStep={(stepId) => setGoTo({ stepId })} />
      )}
      {!isHeld && below(null)}
    </article>
  )
}
