// The cases that a member works on, as the panel lists them.
import { CasePlace, DeviceHandover, RunProgress } from './handover.ts'
import { Instant, Uuid } from './ids.ts'
import { z } from './z.ts'

export const WorkedRun = z.object({ ...RunProgress.shape, isOpen: z.boolean() })
export type WorkedRun = z.infer<typeof WorkedRun>

/** One case in the device's store: what was last read of its place, and how far its runs are. No value of a case field but its title. */
export const WorkedCase = z.object({
  /** Member, then case: members of one device are kept apart. */
  key: z.string(),
  memberId: z.nullable(Uuid),
  place: CasePlace,
  workedAt: Instant,
  /** In the order in which they were begun. */
  runs: z.array(WorkedRun),
})
export type WorkedCase = z.infer<typeof WorkedCase>

/** How the newest escalation of a case stands, as far as it is not over. `asked`: the lead waits for this member. */
export const OpenEscalation = z.enum(['unsent', 'refused', 'waiting', 'taken', 'asked'])
export type OpenEscalation = z.infer<typeof OpenEscalation>

export const CaseRow = z.object({
  place: CasePlace,
  workedAt: Instant,
  runs: z.array(WorkedRun),
  escalation: z.nullable(OpenEscalation),
  /** The newest hand-over of this case to or from this member. */
  handover: z.nullable(DeviceHandover),
})
export type CaseRow = z.infer<typeof CaseRow>

/** `more`: how many open ones are older than those listed. */
export const MyCases = z.object({ handed: z.array(CaseRow), open: z.array(CaseRow), closed: z.array(CaseRow), more: z.int() })
export type MyCases = z.infer<typeof MyCases>
