// Working through a playbook on a case: what is visible, how far it is, what was typed. What a change means is in `change-step`.
import type { CaseField } from '../schema/case.ts'
import type { Option, PlaybookDocument, PlaybookVersion, Section, Step } from '../schema/playbook.ts'
import type { Run, StepRecord } from '../schema/run.ts'
import { holds } from './condition.ts'
import { targetsAhead } from './jump.ts'

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
