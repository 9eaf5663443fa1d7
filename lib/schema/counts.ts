// How often snippets of the team are used and what was searched for in vain: sums by day, never the text around them.
import { name, Slug } from './ids.ts'
import { z } from './z.ts'

/** In UTC: `2026-12-03`. */
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-12-03'))
export type Day = z.infer<typeof Day>

export const CountKind = z.enum(['inserted', 'copied', 'nothing-found'])
export type CountKind = z.infer<typeof CountKind>

/** `subject` is a snippet's id, or the words of a search that found nothing, masked. */
export const Count = z
  .object({ day: Day, kind: CountKind, subject: name(120), count: z.int().check(z.gte(1), z.lte(10_000)) })
  .check(z.refine(({ kind, subject }) => kind === 'nothing-found' || Slug.safeParse(subject).success, 'what is used is named by its id'))
export type Count = z.infer<typeof Count>

export const mostCounts = 200

const some = z.int().check(z.gte(0))
/** Over the days asked for, most first. `members` is how many people it comes from. */
export const Usage = z.object({
  snippets: z.array(z.object({ id: Slug, inserted: some, copied: some, members: some })),
  searches: z.array(z.object({ text: name(120), count: some, members: some, lastDay: Day })),
})
export type Usage = z.infer<typeof Usage>
