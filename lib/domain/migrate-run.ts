// Moves an open run to another version of its playbook. Answers that still hold stay; what changed is asked again with the earlier answer in
// sight; nothing that was answered or typed is thrown away. The rules are argued in docs/adr/0009-moving-open-runs.md.
import { limits } from '../schema/ids.ts'
import type { PlaybookDocument, PlaybookVersion, Step } from '../schema/playbook.ts'
import type { FormerAnswer, Run, RunMove, StepRecord } from '../schema/run.ts'
import { type ComparedStep, compareSteps } from './compared-steps.ts'
import { answerOf } from './evidence.ts'
import { inputFault, takesWords } from './input.ts'
import { type Named, pairNamed } from './named-match.ts'
import { RunFault } from './run-fault.ts'
import { isSameWording } from './wording.ts'

export interface MovePlan {
  steps: StepRecord[]
  former: FormerAnswer[]
  /** Answers that hold. */
  kept: number
  /** Answers that are asked for again. */
  asked: number
  /** Answers of steps that are not there any more. */
  gone: number
}

/** What would become of the answers. `compared` leads from the run's version to the other one. */
export function planMove(run: Run, compared: readonly ComparedStep[]): MovePlan {
  const steps = new Map(compared.flatMap((step) => (step.before ? [[step.before.id, step] as const] : [])))
  const former = (run.former ?? []).map((one) => ({ ...one, stepId: (one.stepId && steps.get(one.stepId)?.after?.id) ?? null }))
  const plan: MovePlan = { steps: [], former, kept: 0, asked: 0, gone: 0 }
  for (const record of run.steps) {
    const step = steps.get(record.stepId)
    const isAnswered = record.state !== 'open'
    const kept = step && keptRecord(record, step)
    if (kept) {
      plan.steps.push(kept)
      if (isAnswered) plan.kept += 1
      continue
    }
    const after = step?.after ?? null
    if (isAnswered) plan[after ? 'asked' : 'gone'] += 1
    plan.former.push(formerOf(run.playbook.version, record, step?.before ?? null, after))
    const rest = step && after && openRecord(record, step.before!, after)
    if (rest) plan.steps.push(rest)
  }
  plan.former = plan.former.slice(-limits.steps)
  return plan
}

/**
 * Throws `RunFault` when the run is closed. The agent's own move counts as work on the run and may be taken back where `mayUndo` says so;
 * a move by a lead's mark leaves the order of the agent's runs as it was.
 */
export function moveRun(run: Run, before: PlaybookDocument, after: PlaybookVersion, by: RunMove['by'], { at, mayUndo }: { at: number; mayUndo: boolean }): Run {
  if (run.closedAt !== null) throw new RunFault('This run is closed. It stays on the version that it was closed on.')
  const { steps, former, ...counts } = planMove(run, compareSteps(before, after.document))
  const { id, version, hash, document } = after
  // Changes of an earlier version can be taken back only together with the move.
  const { undo: _, ...rest } = run
  return {
    ...rest,
    playbook: { id, version, hash, title: document.title },
    updatedAt: by === 'agent' ? at : run.updatedAt,
    steps,
    ...(former.length > 0 || run.former ? { former } : {}),
    move: { from: run.playbook, by, at, ...counts, seenAt: null, ...(mayUndo ? { before: answersOf(run) } : {}) },
  }
}

/** The agent's last move can be taken back as long as nothing was done since. */
export function mayUndoMove({ move, updatedAt, closedAt }: Run): boolean {
  return move?.by === 'agent' && move.before !== undefined && move.at === updatedAt && closedAt === null
}

/** The run as it was on its earlier version. Throws `RunFault` when something was done since. */
export function undoMove(run: Run): Run {
  if (!run.move?.before || !mayUndoMove(run)) throw new RunFault('Something was changed since this run moved, so it stays on its version. Nothing is lost.')
  const { move, former: _, undo: __, ...rest } = run
  return { ...rest, playbook: move.from, ...run.move.before }
}

/** What a colleague gets of the run: without what only this device needs to take something back. */
export function withoutUndo({ undo: _, ...run }: Run): Run {
  if (!run.move?.before) return run
  const { before: __, ...move } = run.move
  return { ...run, move }
}

const answersOf = ({ steps, former, undo }: Run): NonNullable<RunMove['before']> => ({ steps, ...(former ? { former } : {}), ...(undo ? { undo } : {}) })

/** The record under the later version's ids; null when it has to be asked for again, or its step is gone. */
function keptRecord(record: StepRecord, { before, after, changes }: ComparedStep): StepRecord | null {
  if (!before || !after || before.kind !== after.kind) return null
  const renamed = { ...record, stepId: after.id }
  if (record.state === 'open') return renamed
  // What has left the desk is not asked for twice: a second reply to the buyer or a second escalation does harm.
  if (record.state === 'done' && (after.kind === 'snippet' || after.kind === 'escalate')) return renamed
  const isOther = changes.some(
    ({ kind, isMaterial }) => isMaterial && (kind === 'reworded' || kind === 'other' || (kind === 'target' && after.kind === 'jump')),
  )
  if (isOther) return null
  if (record.state !== 'done') return renamed
  const isAsked = changes.some(({ kind, isMaterial }) => isMaterial && kind === 'evidence')
  const lacksEvidence = isAsked && !record.proofs?.some(({ kind }) => kind === after.evidence)
  return lacksEvidence ? null : keptAnswer(renamed, before, after)
}

function keptAnswer(record: StepRecord, before: Step, after: Step): StepRecord | null {
  if (before.kind === 'input' && after.kind === 'input') {
    const isFit = takesWords(before) === takesWords(after) || inputFault(after, record.value ?? '') === null
    return isFit ? record : null
  }
  if (before.kind === 'choice' && after.kind === 'choice') {
    const optionId = sameChoice(record.optionId, before.options, after.options)
    return optionId === null ? null : { ...record, optionId }
  }
  if (before.kind === 'decide' && after.kind === 'decide') {
    const outcomeId = sameChoice(record.outcomeId, before.outcomes, after.outcomes)
    return outcomeId === null ? null : { ...record, outcomeId }
  }
  return record
}

/** An answer holds as long as it can be read as it was given. */
function sameChoice(chosen: string | undefined, before: readonly Named[], after: readonly Named[]): string | null {
  for (const [later, earlier] of pairNamed(before, after)) {
    if (earlier.id === chosen) return isSameWording(earlier.label, later.label) ? later.id : null
  }
  return null
}

const said = new Set(['stepId', 'state', 'at', 'reason', 'optionId', 'outcomeId', 'value', 'evidence', 'by', 'tookMs', 'override'])

/** What the agent typed stays in the field of the step that asks again, and so does whatever else hangs on the record; null when there is nothing. */
function openRecord(record: StepRecord, before: Step, after: Step): StepRecord | null {
  const typed = {
    ...Object.fromEntries(Object.entries(record).filter(([key]) => !said.has(key))),
    ...(after.kind === 'input' && record.value !== undefined ? { value: record.value } : {}),
    ...(before.evidence === after.evidence && record.evidence !== undefined ? { evidence: record.evidence } : {}),
  }
  return Object.keys(typed).length > 0 ? { ...typed, stepId: after.id, state: 'open', at: record.at } : null
}

function formerOf(version: number, record: StepRecord, before: Step | null, after: Step | null): FormerAnswer {
  const answer = before && answerOf(before, record)
  return { version, stepId: after?.id ?? null, label: before?.label ?? record.stepId, answer: answer ?? record.value ?? null, record }
}
