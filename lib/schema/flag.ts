// An agent's word that a playbook, or one step of it, does not fit; and what the leads made of it. Append-only.
import { LocalState } from './escalation.ts'
import { CaseKey, Instant, limits, text, Uuid } from './ids.ts'
import { MemberRef } from './member.ts'
import { StepId, VersionRef } from './playbook.ts'
import { z } from './z.ts'

export const FlagKind = z.enum(['wrong', 'unclear', 'outdated', 'missing'])
export type FlagKind = z.infer<typeof FlagKind>

/** Masked, as it was committed on the agent's device. */
export const FlagContent = z.object({
  id: Uuid,
  playbook: VersionRef,
  /** Null for the whole playbook, such as a step that is missing. */
  stepId: z.nullable(StepId),
  /** The step's words when it was flagged. */
  label: text(1000),
  kind: FlagKind,
  word: text(limits.reason),
  /** The case on which it was met; null where the site is not switched on. */
  case: z.nullable(z.object({ key: CaseKey, title: text(limits.title), url: text(limits.url) })),
  createdAt: Instant,
})
export type FlagContent = z.infer<typeof FlagContent>

/** `looking`: thanks, and it is being looked into. The others end it. */
export const FlagAnswerKind = z.enum(['looking', 'fixed', 'declined'])
export type FlagAnswerKind = z.infer<typeof FlagAnswerKind>

export const FlagAnswer = z.object({
  id: Uuid,
  kind: FlagAnswerKind,
  by: MemberRef,
  at: Instant,
  text: text(limits.reason),
  /** Of `fixed`: the version that mends it. */
  version: z.nullable(z.int()),
})
export type FlagAnswer = z.infer<typeof FlagAnswer>

/** The hub's record; `revision` is 1 + the number of answers. */
export const Flag = z.object({ content: FlagContent, by: MemberRef, receivedAt: Instant, revision: z.int(), answers: z.array(FlagAnswer) })
export type Flag = z.infer<typeof Flag>

/** A flag made on this device, with the hub's record once there is one. */
export const OwnFlag = z.object({
  id: Uuid,
  content: FlagContent,
  /** `undone` is never met: an undone flag is gone. */
  local: LocalState,
  sendAfter: Instant,
  record: z.nullable(Flag),
})
export type OwnFlag = z.infer<typeof OwnFlag>
