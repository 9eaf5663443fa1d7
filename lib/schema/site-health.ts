// Can a site profile still read what it says it reads? What a device counts of it, and what it tells the team: names of fields, never values.
import { CaseKey, FieldName, Instant, name, Slug } from './ids.ts'
import { z } from './z.ts'

/** A case field by name; `id` is the case id, which no field can be called. */
export const ReadName = z.union([z.literal('id'), FieldName])
export type ReadName = z.infer<typeof ReadName>

/** Counted in cases, not in readings. */
export const FieldHealth = z.object({
  read: z.int(),
  missed: z.int(),
  /** Cases in a row without it, the newest last. */
  streak: z.int(),
  /** When the first of them was opened. */
  since: z.nullable(Instant),
  isReported: z.boolean(),
})
export type FieldHealth = z.infer<typeof FieldHealth>

/** One kind of page of one version of a profile; `visit` is the case that was open last, which may still show more. */
export const PageHealth = z.object({
  siteId: Slug,
  version: z.int(),
  page: name(60),
  visit: z.nullable(z.object({ caseKey: CaseKey, read: z.array(z.string()), at: Instant })),
  fields: z.record(z.string(), FieldHealth),
})
export type PageHealth = z.infer<typeof PageHealth>

/** What a device tells the hub: it is gone, or it is back. */
export const HealthNews = z.object({
  version: z.int().check(z.gte(1)),
  page: name(60),
  field: ReadName,
  state: z.enum(['broken', 'healed']),
  since: Instant,
  /** Cases in a row without it on this device. */
  cases: z.int().check(z.gte(0)),
})
export type HealthNews = z.infer<typeof HealthNews>

/** What the team knows: one entry for each field of each page, however many devices told of it. */
export const SiteFault = z.object({
  siteId: Slug,
  version: z.int(),
  page: name(60),
  field: ReadName,
  since: Instant,
  /** The most that one device has counted. */
  cases: z.int(),
  /** How many members told of it. */
  members: z.int(),
  healedAt: z.nullable(Instant),
})
export type SiteFault = z.infer<typeof SiteFault>
