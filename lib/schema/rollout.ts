// What a publish asks of the runs that are open on an earlier version.
import { z } from './z.ts'

/**
 * `next-case`: they stay on their version. `apply-now`: they move by themselves. `critical-stop`: no step is answered until the agent has
 * seen what changed and moved on.
 */
export const Rollout = z.enum(['next-case', 'apply-now', 'critical-stop'])
export type Rollout = z.infer<typeof Rollout>

/** The newest version up to this one with each mark: a device that hears only of the last version still knows of those between. */
export const RolloutMarks = z.object({ applyNow: z.nullable(z.int()), criticalStop: z.nullable(z.int()) })
export type RolloutMarks = z.infer<typeof RolloutMarks>
