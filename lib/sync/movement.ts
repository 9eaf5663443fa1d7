// What an applied change of the feed moved, for the pages to ask again and for notifications.
import type { Escalation } from '../schema/escalation.ts'
import type { Handover } from '../schema/handover.ts'

/** The same words as the protocol's collections. */
export type Moved = 'case' | 'library' | 'runs' | 'cases' | 'escalations' | 'inbox' | 'session' | 'sites' | 'status' | 'team' | 'news'

/**
 * `escalation`: new to this lead. `question`, `ruling`: new to this author. `handover`: a colleague hands this member a case. `settled`: a
 * case that this member handed over was taken or returned.
 */
export type Arrival = { kind: 'escalation' | 'question' | 'ruling'; escalation: Escalation } | { kind: 'handover' | 'settled'; handover: Handover }

export interface Movement {
  moved: Moved[]
  arrivals: Arrival[]
}
