// What an answer to a step means: checked against the step, its free text masked, with who gave it and how long it took.
import { limits } from '../schema/ids.ts'
import type { MemberRef } from '../schema/member.ts'
import type { PlaybookDocument, Step } from '../schema/playbook.ts'
import type { Run, StepChange, StepRecord } from '../schema/run.ts'
import { openRequired, overrideOf } from './close-run.ts'
import { inputFault } from './input.ts'
import type { Masker } from './mask-rule.ts'
import { isEmpty, missingEvidence } from './proof.ts'
import { visibleSteps } from './run.ts'
import { RunFault } from './run-fault.ts'
import { refuseClosed, withRecord } from './run-records.ts'
import { workedMs } from './step-time.ts'

type Values = Record<string, string>

export interface Masks {
  secret: Masker
  said: Masker
}

/**
 * The evidence on the step stays; free text goes through the masks: of `secret` what a step asked for, of `said` what was said beside it.
 * Throws `RunFault` when the run is closed, the step unknown or hidden, a reason, an answer or evidence missing, or a value of the wrong type.
 */
export function changeStep(run: Run, document: PlaybookDocument, change: StepChange, values: Values, now: number, by: MemberRef | null, masks: Masks): Run {
  refuseClosed(run)
  const visible = visibleSteps(document, run, values)
  const shown = visible.find(({ step }) => step.id === change.stepId)
  if (!shown) throw new RunFault('This step is not part of the run as it stands.')
  const { step, record: before } = shown
  const { evidence, proofs } = before ?? {}
  const record: StepRecord = {
    ...answerOf(step, change, before, masks),
    ...(evidence === undefined ? {} : { evidence }),
    ...(proofs === undefined ? {} : { proofs }),
    at: now,
    ...(change.state === 'open' ? {} : { ...(by ? { by } : {}), tookMs: workedMs(run, step.id, now) }),
  }
  const open = step.kind === 'decide' && change.state === 'done' ? openRequired(visible, step.id) : []
  if (open.length > 0) record.override = overrideOf(open, change.reason && masks.said(change.reason, limits.reason).text, 'the case is decided', now, by)
  return withRecord(run, step.id, isEmpty(record) ? null : record, now)
}

const asTyped: Masker = (text) => ({ text, count: 0, found: {} })

/** For a screen, which shows at once what was typed. What is kept is what `changeStep` answers. */
export const showStep = (run: Run, document: PlaybookDocument, change: StepChange, values: Values, now: number, by: MemberRef | null = null): Run =>
  changeStep(run, document, change, values, now, by, { secret: asTyped, said: asTyped })

const demands = {
  note: 'This step asks for a note.',
  link: 'This step asks for a link.',
  screenshot: 'This step asks for a picture of the page.',
  selection: 'This step asks for words selected on the page.',
} as const

function answerOf(step: Step, change: StepChange, before: StepRecord | null, masks: Masks): Omit<StepRecord, 'at'> {
  const { stepId, state } = change
  if (state === 'open') return { stepId, state }
  if (state === 'skipped' || state === 'not-applicable') {
    const reason = change.reason?.trim()
    if (!reason) throw new RunFault(state === 'skipped' ? 'Say why this step is skipped.' : 'Say why this step does not apply.')
    return { stepId, state, reason: masks.said(reason, limits.reason).text }
  }
  const missing = missingEvidence(step, before)
  if (missing) throw new RunFault(`${demands[missing]} Add it first, or skip the step with a reason.`)
  switch (step.kind) {
    case 'input': {
      const value = change.value?.trim() ?? ''
      const fault = inputFault(step, value)
      if (fault) throw new RunFault(fault)
      const kept = masks.secret(value, limits.answer).text
      // Conditions count on it: what is kept is what the step asked for.
      if (inputFault(step, kept)) throw new RunFault('This looks like a card number or another secret, which is never kept. Leave it out here.')
      return { stepId, state, value: kept }
    }
    case 'choice':
      if (!step.options.some(({ id }) => id === change.optionId)) throw new RunFault('Choose one of the options.')
      return { stepId, state, optionId: change.optionId }
    case 'decide':
      if (!step.outcomes.some(({ id }) => id === change.outcomeId)) throw new RunFault('Choose one of the outcomes.')
      return { stepId, state, outcomeId: change.outcomeId }
    default:
      return { stepId, state }
  }
}
