// A case handed to a queue: what leaves the agent's browser, and what the hub keeps of it.
import { CaseContext } from './case.ts'
import { CaseKey, Instant, limits, name, Sha256, Slug, text, Uuid } from './ids.ts'
import { MemberRef } from './member.ts'
import { Severity, VersionRef } from './playbook.ts'
import { MaskedKinds } from './redaction.ts'
import { Override, RunLine } from './run.ts'
import { z } from './z.ts'

/** The run inside an escalation, readable without the playbook at hand. */
export const RunEvidence = z.object({
  runId: Uuid,
  playbook: VersionRef,
  startedAt: Instant,
  done: z.int(),
  skipped: z.int(),
  total: z.int(),
  lines: z.array(RunLine).check(z.maxLength(limits.steps)),
  /** The run was closed with required steps open. */
  override: z.optional(Override),
})
export type RunEvidence = z.infer<typeof RunEvidence>

/** Everything an escalation says, masked, as it was committed on the agent's device. Never edited in place. */
export const EscalationContent = z.object({
  id: Uuid,
  case: CaseContext,
  queue: Slug,
  severity: Severity,
  note: text(limits.note),
  run: z.nullable(RunEvidence),
  /** How many secrets were masked before anything was stored. */
  maskedCount: z.int(),
  /** Of which kinds they were. Absent where nothing was masked, and from versions that did not count them. */
  masked: z.optional(MaskedKinds),
  /** What could not be read, in the agent's words: "selected text", "case fields". */
  missing: z.array(text(100)),
  via: z.enum(['panel', 'command', 'menu']),
  createdAt: Instant,
})
export type EscalationContent = z.infer<typeof EscalationContent>

export const EscalationStatus = z.enum(['delivered', 'seen', 'taken', 'asked', 'ruled', 'withdrawn'])
export type EscalationStatus = z.infer<typeof EscalationStatus>

export const Ruling = z.object({ outcome: name(200), rationale: name(limits.note), by: MemberRef, at: Instant })
export type Ruling = z.infer<typeof Ruling>

/** Append-only; a correction is a new entry. `text` is empty for `seen` and `taken`. */
export const ThreadEntry = z.object({
  id: Uuid,
  kind: z.enum(['seen', 'taken', 'question', 'answer', 'amendment', 'ruling', 'withdrawal']),
  by: MemberRef,
  at: Instant,
  text: text(limits.note),
  severity: z.nullable(Severity),
})
export type ThreadEntry = z.infer<typeof ThreadEntry>

/** The hub's record. `severity` follows the newest amendment; `revision` counts every change. */
export const Escalation = z.object({
  content: EscalationContent,
  /** Counts up per team: "#42". */
  number: z.int(),
  by: MemberRef,
  status: EscalationStatus,
  severity: Severity,
  revision: z.int(),
  takenBy: z.nullable(MemberRef),
  seenBy: z.nullable(MemberRef),
  receivedAt: Instant,
  seenAt: z.nullable(Instant),
  ruling: z.nullable(Ruling),
  thread: z.array(ThreadEntry),
})
export type Escalation = z.infer<typeof Escalation>

/** What the rest of the team sees of an escalation on the same case. */
export const EscalationSummary = z.object({
  id: Uuid,
  number: z.int(),
  caseKey: CaseKey,
  by: MemberRef,
  severity: Severity,
  status: EscalationStatus,
  takenBy: z.nullable(MemberRef),
  receivedAt: Instant,
})
export type EscalationSummary = z.infer<typeof EscalationSummary>

/**
 * Where an own escalation stands on this device. `held`: the undo seconds. `queued`: waits for the hub. `refused`: the hub said
 * no for good, a person must look. `sent`: the hub has it, see `record`. `undone`: withdrawn before it left.
 */
export const LocalState = z.enum(['held', 'queued', 'refused', 'sent', 'undone'])
export type LocalState = z.infer<typeof LocalState>

/** Said about an own escalation, saved on this device and not with the hub yet. */
export const WaitingWord = z.object({
  id: Uuid,
  kind: z.enum(['answer', 'amend', 'withdraw']),
  text: text(limits.note),
  severity: z.nullable(Severity),
  at: Instant,
})
export type WaitingWord = z.infer<typeof WaitingWord>

/** An escalation made on this device, with the hub's record once there is one. */
export const OwnEscalation = z.object({
  id: Uuid,
  caseKey: CaseKey,
  memberId: z.nullable(Uuid),
  content: EscalationContent,
  /** SHA-256 of the canonical JSON of `content`, as shown to both sides. */
  hash: Sha256,
  local: LocalState,
  sendAfter: Instant,
  /** Why it waits or was refused, in a sentence. */
  problem: z.nullable(text(500)),
  record: z.nullable(Escalation),
  /** What its author added and the hub has not answered yet, oldest first. Read from the outbox, never stored here. */
  waiting: z.optional(z.array(WaitingWord)),
})
export type OwnEscalation = z.infer<typeof OwnEscalation>
