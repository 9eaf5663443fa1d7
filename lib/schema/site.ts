// A site profile: how to read a case from one web application. Data, written in YAML, linted and pushed like a playbook.
import { FieldName, Instant, limits, name, Sha256, Slug, text } from './ids.ts'
import { z } from './z.ts'

/** A linear-time regular expression run by the worker; its first group is the value. */
const pattern = z.optional(name(300))

/** What the text is read as, after `pattern`. A text that is not that gives no value, and the next source is tried. */
export const ReadAs = z.enum(['trim', 'number', 'money', 'date', 'date-dmy', 'date-mdy', 'email', 'id'])
export type ReadAs = z.infer<typeof ReadAs>
const read = { pattern, as: z.optional(ReadAs) }

const some = <S extends z.ZodMiniType>(shape: S, most: number) => z.array(shape).check(z.maxLength(most))

/** One place a value may stand. URL and title are read by the worker from the browser; the others by the page script. */
export const FieldSource = z.discriminatedUnion('from', [
  z.object({ from: z.literal('url'), part: z.enum(['path', 'query', 'hash']), name: z.optional(name(80)), ...read }),
  z.object({ from: z.literal('title'), ...read }),
  /** `attribute: value` reads the live value of an input. */
  z.object({ from: z.literal('selector'), selector: name(400), attribute: z.optional(name(60)), ...read }),
  /** The value beside or below a text that equals `label`, the first visible one. */
  z.object({ from: z.literal('label'), label: name(120), within: z.optional(name(400)), ...read }),
])
export type FieldSource = z.infer<typeof FieldSource>

export const SiteField = z.object({ name: FieldName, label: name(60), sources: some(FieldSource, 10) })
export type SiteField = z.infer<typeof SiteField>

/** A kind of page in the application; the first whose `path` glob (and query names) match is used. */
export const SitePage = z.object({
  name: name(60),
  path: name(300),
  query: z.optional(some(name(80), 20)),
  caseId: some(FieldSource, 10),
  fields: some(SiteField, limits.fields),
  /** Where the case is opened again: a path with `{case}` for its id, `/Ticket/Display.html?id={case}`. Without it the address of the page. */
  link: z.optional(name(300)),
  /** Selector of the conversation, whose text triggers are matched on; the whole page without it. */
  text: z.optional(name(400)),
  /** Editors of what the customer reads, in order of preference. */
  reply: some(name(400), 20),
  /** Editors of what only the team reads. */
  notes: z.optional(some(name(400), 20)),
})
export type SitePage = z.infer<typeof SitePage>

export const SiteProfile = z.object({
  id: Slug,
  version: z.int().check(z.gte(1)),
  hash: Sha256,
  name: name(120),
  /** `https://desk.example.com`, `http://127.0.0.1:8081`, `https://*.example.com`. */
  origins: some(text(200), 50),
  pages: some(SitePage, 50),
  verified: z.nullable(name(200)),
  publishedAt: Instant,
})
export type SiteProfile = z.infer<typeof SiteProfile>

/** What is written in the YAML file. */
export const SiteDraft = z.omit(SiteProfile, { id: true, version: true, hash: true, publishedAt: true })
export type SiteDraft = z.infer<typeof SiteDraft>
