// One playbook being worked through on one case, pinned to the version it started on.
import { CaseKey, FieldName, Instant, limits, name, Slug, text, Uuid } from './ids.ts'
import { MemberRef } from './member.ts'
import { StepId, VersionRef } from './playbook.ts'
import { Proof } from './proof.ts'
import { z } from './z.ts'

/** A skip is never counted as done. */
export const StepState = z.enum(['open', 'done', 'not-applicable', 'skipped'])
export type StepState = z.infer<typeof StepState>

/** Somebody decided, or closed a run, while required steps were open: why, and which. Never silent. */
export const Override = z.object({
  reason: name(limits.reason),
  at: Instant,
  by: z.optional(MemberRef),
  open: z.array(z.object({ stepId: StepId, label: text(1000) })).check(z.maxLength(limits.steps)),
})
export type Override = z.infer<typeof Override>

/** What the agent said of one step; a step without a record is open. */
export const StepRecord = z.object({
  stepId: StepId,
  state: StepState,
  /** Required for `not-applicable` and `skipped`. */
  reason: z.optional(text(limits.reason)),
  /** Value of an input step, as typed. */
  value: z.optional(text(limits.answer)),
  /** Chosen option of a choice step. */
  optionId: z.optional(Slug),
  /** Chosen outcome of a decide step. */
  outcomeId: z.optional(Slug),
  /** A note or a link from before a step could have several pieces of evidence. */
  evidence: z.optional(text(limits.note)),
  proofs: z.optional(z.array(Proof).check(z.maxLength(limits.proofs))),
  at: Instant,
  /** Who answered; a run can be handed over. */
  by: z.optional(MemberRef),
  /** How long the step was worked on, see `workedMs`. */
  tookMs: z.optional(z.int()),
  /** Of a decision that was taken while steps before it were open. */
  override: z.optional(Override),
})
export type StepRecord = z.infer<typeof StepRecord>

/** An answer as the agent sends it. `reason` of a decision says why it is taken with steps open. Evidence is added and removed by itself. */
export const StepChange = z.pick(StepRecord, { stepId: true, state: true, reason: true, value: true, optionId: true, outcomeId: true })
export type StepChange = z.infer<typeof StepChange>

/** An answer given under an earlier version that does not count any more: kept to be read. */
export const FormerAnswer = z.object({
  version: z.int(),
  /** The step of the run's version that asks again; null where there is none any more. */
  stepId: z.nullable(StepId),
  /** The step's words when it was answered. */
  label: text(1000),
  /** The answer in words, so that the earlier version is not needed to read it. */
  answer: z.nullable(text(limits.answer)),
  record: StepRecord,
  /** The colleague who said so, where two runs became one; else it was said on this run. */
  by: z.optional(MemberRef),
})
export type FormerAnswer = z.infer<typeof FormerAnswer>

/** The record of a step as it was before a change, and where it stood. Stays on the device. */
export const Undoable = z.object({ stepId: StepId, before: z.nullable(StepRecord), index: z.int(), at: Instant })
export type Undoable = z.infer<typeof Undoable>

const answers = {
  steps: z.array(StepRecord).check(z.maxLength(limits.steps)),
  former: z.optional(z.array(FormerAnswer).check(z.maxLength(limits.steps))),
  /** The last changes, newest last. */
  undo: z.optional(z.array(Undoable).check(z.maxLength(limits.undo))),
}

/** How an open run came to the version that it is on. Counts are of answers. */
export const RunMove = z.object({
  from: VersionRef,
  /** `lead`: by the mark of a publish, without being asked. */
  by: z.enum(['agent', 'lead']),
  /** When the agent moved it, or when the version was published that moved it. */
  at: Instant,
  kept: z.int(),
  asked: z.int(),
  gone: z.int(),
  /** When the agent put the notice of it away. */
  seenAt: z.nullable(Instant),
  /** The answers as they were, to take the move back before anything else is changed. Stays on the device. */
  before: z.optional(z.object(answers)),
})
export type RunMove = z.infer<typeof RunMove>

/** Which hand-over a run came or went with, and whom from or to. */
export const RunPassage = z.object({ handoverId: Uuid, member: MemberRef, at: Instant })
export type RunPassage = z.infer<typeof RunPassage>

export const Run = z.object({
  id: Uuid,
  caseKey: CaseKey,
  playbook: VersionRef,
  memberId: z.nullable(Uuid),
  startedAt: Instant,
  updatedAt: Instant,
  closedAt: z.nullable(Instant),
  outcome: z.nullable(name(1000)),
  ...answers,
  move: z.optional(RunMove),
  /** Begun by a colleague and handed to this member. */
  cameFrom: z.optional(RunPassage),
  /** Closed here because the work went on with a colleague: never counted as completed, and not reopened. */
  wentTo: z.optional(RunPassage),
  /** It was closed with required steps open. */
  override: z.optional(Override),
  /** Opened again after it was closed, or came back from a colleague: what it held by then may have left this device. */
  reopenedAt: z.optional(Instant),
})
export type Run = z.infer<typeof Run>

/** How a run ended, as a lead reads it beside an escalation of the case: what was sent with that one shows only how it began. */
export const RunEnding = z.object({
  runId: Uuid,
  playbook: VersionRef,
  /** Who closed it. */
  by: MemberRef,
  closedAt: Instant,
  outcome: z.nullable(name(1000)),
  /** It was closed with required steps open. */
  override: z.optional(Override),
  /** Of its decisions, those that were taken with steps before them open, for another reason than the run was closed for. */
  decided: z.array(Override).check(z.maxLength(limits.steps)),
})
export type RunEnding = z.infer<typeof RunEnding>

/** One line of a run as a lead reads it: self-contained, so that no playbook is needed to understand it. */
export const RunLine = z.object({
  stepId: StepId,
  depth: z.int(),
  section: text(1000),
  label: text(1000),
  state: StepState,
  answer: z.nullable(text(limits.answer)),
  reason: z.nullable(text(limits.reason)),
  evidence: z.nullable(text(limits.note)),
  at: z.nullable(Instant),
  proofs: z.optional(z.array(Proof).check(z.maxLength(limits.proofs))),
  /** Only where it is another than the one whose run it is. */
  by: z.optional(MemberRef),
  tookMs: z.optional(z.int()),
  override: z.optional(Override),
})
export type RunLine = z.infer<typeof RunLine>

/** Inputs saved by name, for conditions and snippets. */
export const SavedInputs = z.record(FieldName, z.string())
export type SavedInputs = z.infer<typeof SavedInputs>
