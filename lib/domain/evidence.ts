// The run as the lead reads it: every visible step in words, so that no playbook is needed to understand it.
import type { RunEvidence } from '../schema/escalation.ts'
import { limits } from '../schema/ids.ts'
import type { PlaybookDocument } from '../schema/playbook.ts'
import type { Run, RunLine } from '../schema/run.ts'
import { progressOf, type VisibleStep, visibleSteps } from './run.ts'

export function runEvidence(run: Run, document: PlaybookDocument, values: Record<string, string>): RunEvidence {
  const { done, skipped, total } = progressOf(document, run, values)
  const lines = visibleSteps(document, run, values).slice(0, limits.steps).map(lineOf)
  return { runId: run.id, playbook: run.playbook, startedAt: run.startedAt, done, skipped, total, lines }
}

function lineOf({ section, step, depth, record }: VisibleStep): RunLine {
  return {
    stepId: step.id,
    depth,
    section: section.title,
    label: step.label,
    state: record?.state ?? 'open',
    answer: answerOf(step, record),
    reason: record?.reason ?? null,
    evidence: record?.evidence ?? null,
    at: record?.at ?? null,
  }
}

/** The answer in words; null where there is none beside the state. */
export function answerOf(step: VisibleStep['step'], record: VisibleStep['record']): string | null {
  if (record === null) return null
  if (step.kind === 'choice') return step.options.find(({ id }) => id === record.optionId)?.label ?? null
  if (step.kind === 'decide') return step.outcomes.find(({ id }) => id === record.outcomeId)?.label ?? null
  return record.value ?? null
}
