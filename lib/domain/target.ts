// Where a case goes and how urgent it is when the agent says neither: the open run's playbook decides, else the best match that
// a case field speaks for. Words on a page are a hint to a person, never enough to route a case by.
import type { Match } from '../schema/case.ts'
import type { PlaybookDocument, Severity } from '../schema/playbook.ts'

export const defaultQueue = 'leads'
export const defaultSeverity: Severity = 'S3'

export interface Target {
  queue: string
  severity: Severity
  /** Title of the playbook that was not opened and that this was taken from. */
  from: string | null
}

type Said = Pick<PlaybookDocument, 'queue' | 'severity'>

/** `run`: the document of the open run. `matches`: best first. */
export function targetOf(run: Said | null, matches: Match[]): Target {
  if (run) return { ...spoken(run), from: null }
  const best = matches[0]
  if (!best?.isByField || (best.queue == null && best.severity === null)) return { ...spoken({ queue: null, severity: null }), from: null }
  return { ...spoken({ queue: best.queue ?? null, severity: best.severity }), from: best.title }
}

const spoken = ({ queue, severity }: Said) => ({ queue: queue ?? defaultQueue, severity: severity ?? defaultSeverity })
