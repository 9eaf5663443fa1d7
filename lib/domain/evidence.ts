// The run as the lead reads it: every visible step in words, so that no playbook is needed to understand it.
import type { RunEvidence } from '../schema/escalation.ts'
import { limits } from '../schema/ids.ts'
import type { PlaybookDocument } from '../schema/playbook.ts'
import type { Run, RunLine, StepRecord } from '../schema/run.ts'
import { progressOf, type VisibleStep, visibleSteps } from './run.ts'

export function runEvidence(run: Run, document: PlaybookDocument, values: Record<string, string>): RunEvidence {
  const { done, skipped, total } = progressOf(document, run, values)
  const lines = visibleSteps(document, run, values)
    .slice(0, limits.steps)
    .map((shown) => lineOf(shown, run.memberId))
  const override = run.override ? { override: run.override } : {}
  return { runId: run.id, playbook: run.playbook, startedAt: run.startedAt, done, skipped, total, lines, ...override }
}

function lineOf({ section, step, depth, record }: VisibleStep, memberId: string | null): RunLine {
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
    ...(record ? workOf(record, memberId) : {}),
  }
}

/** Left out where there is nothing to say: a record from before has the hash that it had. */
function workOf({ proofs, by, tookMs, override }: StepRecord, memberId: string | null): Partial<RunLine> {
  return {
    ...(proofs?.length ? { proofs } : {}),
    ...(by && by.id !== memberId ? { by } : {}),
    ...(tookMs === undefined ? {} : { tookMs }),
    ...(override ? { override } : {}),
  }
}

/** The answer in words; null where there is none beside the state. */
export function answerOf(step: VisibleStep['step'], record: VisibleStep['record']): string | null {
  if (record === null) return null
  if (step.kind === 'choice') return step.options.find(({ id }) => id === record.optionId)?.label ?? null
  if (step.kind === 'decide') return step.outcomes.find(({ id }) => id === record.outcomeId)?.label ?? null
  return record.value ?? null
}
