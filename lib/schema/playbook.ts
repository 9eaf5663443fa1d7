// A playbook as parsed from Markdown, and a published, immutable version of it.
import { Condition } from './condition.ts'
import { FieldName, Instant, limits, name, Sha256, Slug, text } from './ids.ts'
import { MemberRef } from './member.ts'
import { Block, Inline, Label } from './rich-text.ts'
import { Rollout, RolloutMarks } from './rollout.ts'
import { z } from './z.ts'

export const Severity = z.enum(['S1', 'S2', 'S3', 'S4'])
export type Severity = z.infer<typeof Severity>

/** Words, phrases, or `near:5 a b` (all words within five of each other). */
const Terms = z.array(name(200))

/** Where keywords are looked for: the case's subject, or the conversation (the whole page where no profile says where that is). */
export const TextPlace = z.enum(['subject', 'conversation'])
export type TextPlace = z.infer<typeof TextPlace>

/** A range holds from `from` up to `to`, both included; null is no bound, and one of the two is a number. */
const cues = [
  z.object({ kind: z.literal('url'), pattern: name(500) }),
  z.object({ kind: z.literal('field'), field: FieldName, is: z.array(name(200)) }),
  z.object({ kind: z.literal('field-contains'), field: FieldName, contains: z.array(name(200)) }),
  z.object({ kind: z.literal('field-matches'), field: FieldName, matches: name(300) }),
  z.object({ kind: z.literal('field-range'), field: FieldName, from: z.nullable(z.number()), to: z.nullable(z.number()) }),
  /** Without `in` in both places. */
  z.object({ kind: z.literal('keywords'), terms: Terms, in: z.optional(TextPlace) }),
] as const

/** Something that speaks for a playbook on a page. */
export const Cue = z.discriminatedUnion('kind', cues)
export type Cue = z.infer<typeof Cue>

/** Why a playbook is shown on a page, or, as `not`, why it is not in spite of all the others. */
export const Trigger = z.discriminatedUnion('kind', [...cues, z.object({ kind: z.literal('not'), of: Cue })])
export type Trigger = z.infer<typeof Trigger>

export const Evidence = z.enum(['note', 'link', 'screenshot', 'selection'])
export type Evidence = z.infer<typeof Evidence>

export const InputType = z.enum(['text', 'number', 'money', 'date', 'email', 'url', 'one-of'])
export type InputType = z.infer<typeof InputType>

const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^[^\t\n\r]*$/, 'one line of text'))

/** A number, or a day as `2026-03-01`. */
export const Bound = z.union([z.number(), z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-03-01'))])
export type Bound = z.infer<typeof Bound>

/**
 * What a value has to be beside its type. `min` and `max` are included. In `form` # is a digit, @ a letter, * anything, and a backslash
 * makes the next character itself. `of` are the values to choose from.
 */
export const InputRules = z.object({
  min: z.optional(Bound),
  max: z.optional(Bound),
  form: z.optional(line(100)),
  of: z.optional(z.array(line(100)).check(z.minLength(2), z.maxLength(30))),
})
export type InputRules = z.infer<typeof InputRules>

/** Unique inside one version; written `{#id}` in Markdown or derived from the wording. */
export const StepId = Slug
export type StepId = z.infer<typeof StepId>

interface StepBase {
  id: StepId
  text: Inline[]
  /** `text` without marks, for lists, search and the escalation. */
  label: string
  detail: Block[]
  optional: boolean
  when: Condition | null
  evidence: Evidence | null
}
export type Option = { id: string; label: string; text: Inline[]; steps: Step[] }
export type Outcome = { id: string; label: string; text: Inline[] }
export type Step = StepBase &
  (
    | { kind: 'check' }
    | ({ kind: 'input'; input: InputType; save: string } & InputRules)
    | { kind: 'choice'; options: Option[] }
    | { kind: 'snippet'; snippet: string }
    | { kind: 'escalate'; queue: string | null; severity: Severity | null }
    | { kind: 'jump'; to: StepId }
    | { kind: 'decide'; outcomes: Outcome[] }
  )
export type StepKind = Step['kind']
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>

const base = {
  id: StepId,
  text: z.array(Inline),
  label: Label,
  detail: z.array(Block),
  optional: z.boolean(),
  when: z.nullable(Condition),
  evidence: z.nullable(Evidence),
}
const Outcome = z.object({ id: Slug, label: Label, text: z.array(Inline) })

export const Step: z.ZodMiniType<Step> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ ...base, kind: z.literal('check') }),
    z.object({ ...base, kind: z.literal('input'), input: InputType, save: FieldName, ...InputRules.shape }),
    z.object({
      ...base,
      kind: z.literal('choice'),
      options: z.array(z.object({ id: Slug, label: Label, text: z.array(Inline), steps: z.array(Step) })),
    }),
    z.object({ ...base, kind: z.literal('snippet'), snippet: Slug }),
    z.object({ ...base, kind: z.literal('escalate'), queue: z.nullable(Slug), severity: z.nullable(Severity) }),
    /** Done, it goes on at the step `to`, which stands further on; the steps between are not asked. */
    z.object({ ...base, kind: z.literal('jump'), to: StepId }),
    z.object({ ...base, kind: z.literal('decide'), outcomes: z.array(Outcome) }),
  ]),
) as z.ZodMiniType<Step>

export const Section = z.object({ id: Slug, title: Label, prose: z.array(Block), steps: z.array(Step) })
export type Section = z.infer<typeof Section>

/** The parsed form. A playbook without headings has one section with the title "Steps". */
export const PlaybookDocument = z.object({
  title: name(200),
  severity: z.nullable(Severity),
  owner: z.nullable(name(200)),
  /** Days between reviews. */
  reviewEveryDays: z.nullable(z.int().check(z.gte(1), z.lte(3650))),
  queue: z.nullable(Slug),
  triggers: z.array(Trigger),
  intro: z.array(Block),
  sections: z.array(Section),
})
export type PlaybookDocument = z.infer<typeof PlaybookDocument>

/** `hash` is the SHA-256 of `markdown`, which is the canonical print of `document`. */
export const PlaybookVersion = z.object({
  id: Slug,
  version: z.int().check(z.gte(1)),
  hash: Sha256,
  markdown: text(limits.markdown),
  document: PlaybookDocument,
  note: text(500),
  publishedAt: Instant,
  publishedBy: MemberRef,
  /** What it asks of runs that are open on an earlier version; `next-case` where nothing is said. */
  rollout: z.optional(Rollout),
  marks: z.optional(RolloutMarks),
  /** The newest version up to this one that everybody has to confirm; null where none was asked for. */
  confirmFrom: z.optional(z.nullable(z.int())),
})
export type PlaybookVersion = z.infer<typeof PlaybookVersion>

/** Names one immutable version, as runs and escalations carry it. */
export const VersionRef = z.object({ id: Slug, version: z.int(), hash: Sha256, title: name(200) })
export type VersionRef = z.infer<typeof VersionRef>
