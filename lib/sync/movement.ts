// What an applied change of the feed moved, for the pages to ask again and for notifications.
import type { Escalation } from '../schema/escalation.ts'

/** The same words as the protocol's collections. */
export type Moved = 'case' | 'library' | 'runs' | 'escalations' | 'inbox' | 'news' | 'session' | 'sites' | 'status' | 'team'

/** `escalation`: new to this lead. `question`, `ruling`: new to this author. */
export interface Arrival {
  kind: 'escalation' | 'question' | 'ruling'
  escalation: Escalation
}

export interface Movement {
  moved: Moved[]
  arrivals: Arrival[]
}
