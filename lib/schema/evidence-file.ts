// One escalation as a file that stands alone: what it tells, its log as a chain, the hash of each part, and the signature of the team's hub.
import { Escalation } from './escalation.ts'
import { Instant, limits, name, Sha256, Slug, text } from './ids.ts'
import { MemberRef, Team } from './member.ts'
import { ImageRef } from './proof.ts'
import { RunEnding } from './run.ts'
import { z } from './z.ts'

/** Raised with every change of what a file says or how its page is written; a reader of an older one keeps what it knew. */
export const evidenceFormat = 1

/** The version that the run was pinned to, whole. `hash` is the SHA-256 of `markdown`. */
export const EvidencePlaybook = z.object({
  id: Slug,
  version: z.int(),
  hash: Sha256,
  markdown: text(limits.markdown),
  note: text(500),
  publishedAt: Instant,
  publishedBy: MemberRef,
})
export type EvidencePlaybook = z.infer<typeof EvidencePlaybook>

/** `receivedAt` null: it had not reached the hub. The bytes stand in the page where there is one, and else here. */
export const EvidencePicture = z.extend(ImageRef, { receivedAt: z.nullable(Instant), base64: z.optional(name(limits.imageBase64)) })
export type EvidencePicture = z.infer<typeof EvidencePicture>

/** Who made such a file when. */
const Making = z.object({ at: Instant, by: MemberRef })

export const EvidenceContent = z.object({
  made: z.extend(Making, { team: Team }),
  escalation: Escalation,
  /** Null where there is no run, and where the hub does not hold that version under that hash. */
  playbook: z.nullable(EvidencePlaybook),
  /** In the order in which the run names them. */
  pictures: z.array(EvidencePicture),
  /** How runs of the case ended, as far as the hub had heard, oldest first. */
  endings: z.array(RunEnding),
  /** Files that were made of it before, oldest first. */
  copies: z.array(Making),
})
export type EvidenceContent = z.infer<typeof EvidenceContent>

export const LogKind = z.enum([
  ...['run-started', 'step', 'proof', 'escalated', 'received', 'picture', 'run-closed', 'copied', 'made'],
  ...['seen', 'taken', 'question', 'answer', 'amendment', 'ruling', 'withdrawal'],
] as const)
export type LogKind = z.infer<typeof LogKind>

/** Each entry names the hash of the one before it, so that none can be changed, left out or moved by itself. */
export const LogEntry = z.object({
  at: Instant,
  /** Whose clock that is. */
  clock: z.enum(['device', 'hub']),
  kind: LogKind,
  by: MemberRef,
  /** The step, the run or the picture that it is about; empty where the kind says it all. */
  about: text(1000),
  /** SHA-256 of the canonical JSON of what was said or done. */
  says: Sha256,
  /** Hash of the entry before; null at the first. */
  before: z.nullable(Sha256),
  /** SHA-256 of the canonical JSON of all the above. */
  hash: Sha256,
})
export type LogEntry = z.infer<typeof LogEntry>

/** One line of the list of hashes. `hash` is that of the part's canonical JSON; of the log it is the hash of its last entry. */
export const PartHash = z.object({ part: z.string(), name: z.string(), hash: Sha256 })
export type PartHash = z.infer<typeof PartHash>

export const EvidenceFile = z.object({
  handrailEvidence: z.int(),
  content: EvidenceContent,
  log: z.array(LogEntry),
  parts: z.array(PartHash),
  /** SHA-256 of the canonical JSON of `parts`. */
  root: Sha256,
  /** Ed25519 over `signedText(root)`. The key is in SPKI, both in base64. */
  signature: z.object({ key: name(200), value: name(200) }),
})
export type EvidenceFile = z.infer<typeof EvidenceFile>
