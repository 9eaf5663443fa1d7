// What the agent is looking at, as far as it could be read.
import { CaseKey, FieldName, Instant, limits, name, Slug, text } from './ids.ts'
import { Severity } from './playbook.ts'
import { z } from './z.ts'

export const CaseField = z.object({ name: FieldName, label: name(60), value: text(limits.fieldValue) })
export type CaseField = z.infer<typeof CaseField>

/**
 * How much could be read. `profile`: case id and fields by a site profile. `page`: title, URL and selection.
 * `tab`: URL and title only. `none`: the browser gave nothing; the panel says which key adds it.
 */
export const Access = z.enum(['profile', 'page', 'tab', 'none'])
export type Access = z.infer<typeof Access>

export const CaseContext = z.object({
  key: CaseKey,
  siteId: z.nullable(Slug),
  caseId: z.nullable(text(200)),
  url: text(limits.url),
  title: text(limits.title),
  fields: z.array(CaseField).check(z.maxLength(limits.fields)),
  selection: text(limits.selection),
  access: Access,
  capturedAt: Instant,
})
export type CaseContext = z.infer<typeof CaseContext>

/** `reasons` complete the sentence "Shown because ...", strongest first. */
export const Match = z.object({
  playbookId: Slug,
  version: z.int(),
  title: name(200),
  severity: z.nullable(Severity),
  score: z.number(),
  /** Where the playbook sends its cases, if it says so. */
  queue: z.optional(z.nullable(Slug)),
  /** A case field matched, not only words or the address: what the playbook says of severity and queue holds for this case. */
  isByField: z.optional(z.boolean()),
  reasons: z.array(text(300)),
})
export type Match = z.infer<typeof Match>

/** A playbook that would be shown here, and why a negative trigger keeps it back. Both complete "because ...", strongest first. */
export const KeptBack = z.object({
  playbookId: Slug,
  version: z.int(),
  title: name(200),
  reasons: z.array(text(300)),
  against: z.array(text(300)),
})
export type KeptBack = z.infer<typeof KeptBack>
