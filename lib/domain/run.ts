// Working through a playbook on a case: what is visible, what a change means, when a run may be closed.
import type { CaseField } from '../schema/case.ts'
import { limits } from '../schema/ids.ts'
import type { Option, PlaybookDocument, PlaybookVersion, Section, Step } from '../schema/playbook.ts'
import type { Run, StepChange, StepRecord } from '../schema/run.ts'
import { holds } from './condition.ts'
import { inputFault } from './input.ts'
import { targetsAhead } from './jump.ts'
import { maskText } from './mask.ts'

/** A change that the rules refuse; `message` is for the agent. */
export class RunFault extends Error {
  override readonly name = 'RunFault'
}

export interface VisibleStep {
  section: Section
  step: Step
  /** 0 at the top, one more inside each chosen option. */
  depth: number
  record: StepRecord | null
}

export interface Progress {
  done: number
  skipped: number
  notApplicable: number
  open: number
  total: number
}

type Values = Record<string, string>

export function startRun(start: { id: string; caseKey: string; playbook: PlaybookVersion; memberId: string | null; now: number }): Run {
  const { id, version, hash, document } = start.playbook
  return {
    id: start.id,
    caseKey: start.caseKey,
    playbook: { id, version, hash, title: document.title },
    memberId: start.memberId,
    startedAt: start.now,
    updatedAt: start.now,
    closedAt: null,
    outcome: null,
    steps: [],
  }
}

/** In reading order: steps of chosen options only, only where the condition holds, and none that a jump which was taken passes over. */
export function visibleSteps(document: PlaybookDocument, run: Run, values: Values): VisibleStep[] {
  const records = new Map(run.steps.map((record) => [record.stepId, record]))
  const targets = targetsAhead(document.sections)
  const visible: VisibleStep[] = []
  let passingTo: string | null = null
  const walk = (section: Section, steps: Step[], depth: number) => {
    for (const step of steps) {
      if (passingTo !== null && passingTo !== step.id) continue
      passingTo = null
      if (!holds(step.when, values)) continue
      const record = records.get(step.id) ?? null
      visible.push({ section, step, depth, record })
      const option = chosenOption(step, record)
      if (option) walk(section, option.steps, depth + 1)
      if (step.kind === 'jump' && record?.state === 'done') passingTo = targets.get(step.id) ?? null
    }
  }
  for (const section of document.sections) walk(section, section.steps, 0)
  return visible
}

function chosenOption(step: Step, record: StepRecord | null): Option | null {
  if (step.kind !== 'choice' || record?.state !== 'done') return null
  return step.options.find(({ id }) => id === record.optionId) ?? null
}

export function progressOf(document: PlaybookDocument, run: Run, values: Values): Progress {
  const progress: Progress = { done: 0, skipped: 0, notApplicable: 0, open: 0, total: 0 }
  for (const { step, record } of visibleSteps(document, run, values)) {
    const state = record?.state ?? 'open'
    if (state === 'open' && step.optional) continue
    progress.total += 1
    if (state === 'done') progress.done += 1
    else if (state === 'skipped') progress.skipped += 1
    else if (state === 'not-applicable') progress.notApplicable += 1
    else progress.open += 1
  }
  return progress
}

/** Every step of the document, branches included. */
export function allSteps(document: PlaybookDocument): Step[] {
  const steps: Step[] = []
  const walk = (list: Step[]) => {
    for (const step of list) {
      steps.push(step)
      if (step.kind === 'choice') for (const option of step.options) walk(option.steps)
    }
  }
  for (const section of document.sections) walk(section.steps)
  return steps
}

/** What the agent typed, by the name the playbook saves it under. */
export function savedInputs(document: PlaybookDocument, run: Run): Values {
  const records = new Map(run.steps.map((record) => [record.stepId, record]))
  const saved: Values = {}
  for (const step of allSteps(document)) {
    const record = records.get(step.id)
    if (step.kind === 'input' && record?.state === 'done' && record.value !== undefined) saved[step.save] = record.value
  }
  return saved
}

/** Case fields, overlaid by what the agent typed. */
export function valuesOf(fields: CaseField[], document: PlaybookDocument, run: Run): Values {
  return { ...Object.fromEntries(fields.map(({ name, value }) => [name, value])), ...savedInputs(document, run) }
}

/** Free text is masked before it is kept. Throws `RunFault` when the run is closed, the step unknown or hidden, a reason or an answer missing, or a value of the wrong type. */
export function changeStep(run: Run, document: PlaybookDocument, change: StepChange, values: Values, now: number): Run {
  if (run.closedAt !== null) throw new RunFault('This run is closed. Reopen it to change a step.')
  const shown = visibleSteps(document, run, values).find(({ step }) => step.id === change.stepId)
  if (!shown) throw new RunFault('This step is not part of the run as it stands.')
  const record: StepRecord = { ...answerOf(shown.step, change), at: now }
  const others = run.steps.filter(({ stepId }) => stepId !== change.stepId)
  const steps = record.state === 'open' && record.evidence === undefined && record.value === undefined ? others : [...others, record]
  return { ...run, updatedAt: now, steps }
}

/** The evidence without which a step cannot be done; any other kind is only asked for. */
export function demandedEvidence({ evidence }: Step): 'note' | 'link' | null {
  return evidence === 'note' || evidence === 'link' ? evidence : null
}

function answerOf(step: Step, change: StepChange): StepChange {
  const { stepId, state } = change
  const evidence: Pick<StepChange, 'evidence'> = change.evidence?.trim() ? { evidence: maskText(change.evidence.trim(), limits.note).text } : {}
  if (state === 'open') return { stepId, state, ...evidence }
  if (state === 'skipped' || state === 'not-applicable') {
    const reason = change.reason?.trim()
    if (!reason) throw new RunFault(state === 'skipped' ? 'Say why this step is skipped.' : 'Say why this step does not apply.')
    return { stepId, state, reason: maskText(reason, limits.reason).text, ...evidence }
  }
  const demanded = demandedEvidence(step)
  if (demanded && !evidence.evidence) throw new RunFault(`This step asks for a ${demanded}.`)
  switch (step.kind) {
    case 'input': {
      const value = change.value?.trim() ?? ''
      const fault = inputFault(step, value)
      if (fault) throw new RunFault(fault)
      const kept = maskText(value, limits.answer).text
      // Conditions count on it: what is kept is what the step asked for.
      if (inputFault(step, kept)) throw new RunFault('This looks like a card number or another secret, which is never kept. Leave it out here.')
      return { stepId, state, value: kept, ...evidence }
    }
    case 'choice':
      if (!step.options.some(({ id }) => id === change.optionId)) throw new RunFault('Choose one of the options.')
      return { stepId, state, optionId: change.optionId, ...evidence }
    case 'decide':
      if (!step.outcomes.some(({ id }) => id === change.outcomeId)) throw new RunFault('Choose one of the outcomes.')
      return { stepId, state, outcomeId: change.outcomeId, ...evidence }
    default:
      return { stepId, state, ...evidence }
  }
}

/** A run may be closed when every required visible step was done, skipped with a reason, or does not apply. */
export function mayClose(document: PlaybookDocument, run: Run, values: Values): { may: boolean; open: string[] } {
  const open = visibleSteps(document, run, values)
    .filter(({ step, record }) => !step.optional && (record?.state ?? 'open') === 'open')
    .map(({ step }) => step.label)
  return { may: open.length === 0, open }
}

/** Throws `RunFault` naming the first open step. */
export function closeRun(run: Run, document: PlaybookDocument, values: Values, now: number): Run {
  const { may, open } = mayClose(document, run, values)
  if (!may) throw new RunFault(`Still open: ${open[0]}${open.length > 1 ? ` and ${open.length - 1} more` : ''}. Do it, skip it or mark it not applicable.`)
  return { ...run, closedAt: now, updatedAt: now, outcome: outcomeOf(document, run, values) }
}

function outcomeOf(document: PlaybookDocument, run: Run, values: Values): string | null {
  for (const { step, record } of visibleSteps(document, run, values)) {
    if (step.kind !== 'decide' || record?.state !== 'done') continue
    return step.outcomes.find(({ id }) => id === record.outcomeId)?.label ?? null
  }
  return null
}

export function reopenRun(run: Run, now: number): Run {
  return { ...run, closedAt: null, outcome: null, updatedAt: now }
}
