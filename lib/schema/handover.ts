// A case handed from one agent to a colleague with everything on it: what leaves the sender's browser, and what the hub keeps of it.
import { EscalationSummary, LocalState, Ruling, ThreadEntry } from './escalation.ts'
import { CaseKey, Instant, limits, name, text, Uuid } from './ids.ts'
import { MemberRef } from './member.ts'
import { Run } from './run.ts'
import { z } from './z.ts'

/** Enough to find the case again; what its fields say stays on its page. */
export const CasePlace = z.object({ key: CaseKey, title: text(limits.title), url: text(limits.url), siteName: z.nullable(name(120)) })
export type CasePlace = z.infer<typeof CasePlace>

const count = z.int().check(z.gte(0))

/** How far one run is, in numbers: readable without the playbook. */
export const RunProgress = z.object({
  runId: Uuid,
  playbookId: z.string(),
  title: name(200),
  done: count,
  skipped: count,
  notApplicable: count,
  total: count,
})
export type RunProgress = z.infer<typeof RunProgress>

/** Everything that a hand-over says, masked, as it was committed on the sender's device. */
export const HandoverContent = z.object({
  id: Uuid,
  to: Uuid,
  case: CasePlace,
  note: text(limits.note),
  /** Whole, with every tick, skip, reason, input and evidence. Left out where it is kept only to say what was handed over. */
  runs: z.array(Run).check(z.maxLength(limits.handoverRuns)),
  progress: z.array(RunProgress).check(z.maxLength(limits.handoverRuns)),
  createdAt: Instant,
})
export type HandoverContent = z.infer<typeof HandoverContent>

/**
 * An escalation of the case as who takes the case over reads it: what was asked and ruled, without the evidence, which the runs carry.
 * Texts are of `limits.handedWords` at most.
 */
export const HandedEscalation = z.object({
  ...EscalationSummary.shape,
  note: text(limits.note),
  ruling: z.nullable(Ruling),
  /** The last question, and what was answered to it. */
  question: z.nullable(ThreadEntry),
  answer: z.nullable(ThreadEntry),
})
export type HandedEscalation = z.infer<typeof HandedEscalation>

/** `returned`: by the colleague, who did not take it. `recalled`: by its sender, before the colleague took it. */
export const HandoverStatus = z.enum(['open', 'taken', 'returned', 'recalled'])
export type HandoverStatus = z.infer<typeof HandoverStatus>

/** The hub's record: received once, settled once, never edited. */
export const Handover = z.object({
  content: HandoverContent,
  from: MemberRef,
  to: MemberRef,
  status: HandoverStatus,
  receivedAt: Instant,
  settledAt: z.nullable(Instant),
  /** Why it was returned or taken back. */
  word: text(limits.reason),
  /** What its sender escalated on the case, newest first: the hub's own word for who takes the case, as it stood when it was told. */
  escalations: z.optional(z.array(HandedEscalation).check(z.maxLength(limits.handedEscalations))),
})
export type Handover = z.infer<typeof Handover>

/** A hand-over on a device of its sender, of who gets it, or of a lead. `local` is `sent` wherever the hub has it, see `record`. */
export const DeviceHandover = z.object({
  id: Uuid,
  from: MemberRef,
  to: MemberRef,
  content: HandoverContent,
  local: LocalState,
  sendAfter: Instant,
  /** Why it waits or was refused, in a sentence. */
  problem: z.nullable(text(500)),
  record: z.nullable(Handover),
  /** Its runs were taken over on this very device. */
  isHere: z.optional(z.boolean()),
})
export type DeviceHandover = z.infer<typeof DeviceHandover>
