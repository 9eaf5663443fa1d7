// What this member likes to have at hand on this device: what was pinned, what was opened last, what was put away on a case.
import { CaseKey, Slug } from './ids.ts'
import { z } from './z.ts'

/** `playbook:counterfeit-listing`, `snippet:ask-for-proof`. */
export const ItemKey = z.string().check(z.regex(/^(playbook|snippet):[a-z0-9][a-z0-9-]{0,79}$/, 'playbook: or snippet: and an id'))
export type ItemKey = z.infer<typeof ItemKey>

/** `recent` is newest first. `away` are suggestions that the agent said do not belong to a case. */
export const Habits = z.object({
  pinned: z.array(ItemKey),
  recent: z.array(ItemKey),
  away: z.array(z.object({ caseKey: CaseKey, playbookId: Slug })),
  /** How often a snippet was put to use here, the older uses counting less. */
  used: z.optional(z.record(z.string(), z.int())),
})
export type Habits = z.infer<typeof Habits>
export const noHabits: Habits = { pinned: [], recent: [], away: [] }

export const HabitChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['pin', 'unpin', 'open', 'use']), item: ItemKey }),
  z.object({ kind: z.enum(['put-away', 'bring-back']), caseKey: CaseKey, playbookId: Slug }),
])
export type HabitChange = z.infer<typeof HabitChange>
