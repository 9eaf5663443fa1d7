// The scalar vocabulary: identifiers, hashes, instants, and how long a text may be.
import { z } from './z.ts'

/** Lower-case UUID; ours are version 7, so that they sort by the time they were made. */
export const Uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'a lower-case UUID'))
export type Uuid = z.infer<typeof Uuid>

/** File-name-like id of a playbook, snippet, site profile or queue. */
export const Slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'lower-case letters, digits and hyphens, 80 at most'))
export type Slug = z.infer<typeof Slug>

/** Dotted name of a case field or a saved input: `case.category`, `order.value`. */
export const FieldName = z
  .string()
  .check(z.maxLength(100), z.regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){0,3}$/, 'a dotted lower-case name such as order.value'))
export type FieldName = z.infer<typeof FieldName>

export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits'))
export type Sha256 = z.infer<typeof Sha256>

/** Milliseconds since 1970-01-01 UTC. */
export const Instant = z.int().check(z.gte(0))
export type Instant = z.infer<typeof Instant>

/** A string of at most `max` UTF-16 units. */
export const text = (max: number) => z.string().check(z.maxLength(max))

/** A string of 1 to `max` UTF-16 units. */
export const name = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

export const limits = {
  note: 10_000,
  /** Why a step was skipped. */
  reason: 1_000,
  /** What was typed into one step. */
  answer: 2_000,
  /** A decision in a few words. */
  outcome: 200,
  selection: 5_000,
  title: 500,
  url: 2_048,
  caseKey: 2_100,
  fieldValue: 1_000,
  fields: 40,
  pageText: 200_000,
  markdown: 200_000,
  steps: 300,
  /** Runs that one hand-over carries. */
  handoverRuns: 10,
  /** Escalations that one hand-over tells of, and how much of each note, question and ruling. */
  handedEscalations: 5,
  handedWords: 4_000,
  /** Evidence on one step and in one run; of these, pictures. */
  proofs: 8,
  runProofs: 60,
  images: 20,
  /** One note, or one selection, given as evidence; and the sentence around it. */
  proof: 4_000,
  around: 1_000,
  /** 400 kB of picture. */
  imageBase64: 540_000,
  /** Changes of a run that can be taken back. */
  undo: 20,
  /** Entries in the thread of one escalation: every change sends the whole record to every lead. */
  thread: 100,
} as const

/** Site profile id + case id (`demo-desk:1042`), or origin + path where there is no profile. */
export const CaseKey = name(limits.caseKey)
export type CaseKey = z.infer<typeof CaseKey>
