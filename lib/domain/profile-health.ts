// When is a field of a site profile broken, and when was it only empty on this case? Counted in cases; a value is never kept.
import type { FieldHealth, HealthNews, PageHealth, ReadName } from '../schema/site-health.ts'

/** One reading of a case; a page that loads slowly is read several times. */
export interface Visit {
  siteId: string
  version: number
  page: string
  caseKey: string
  /** All that this kind of page reads. */
  names: ReadName[]
  /** What had a value. */
  read: ReadName[]
  at: number
}

/** More than these count by half, so that an old habit of the application does not outweigh a new one for ever. */
const remembered = 200
const fewestReads = 5
const unlikely = 1 / 1000

const unknown: FieldHealth = { read: 0, missed: 0, streak: 0, since: null, isReported: false }

/**
 * A field that nearly every case had is broken after two or three cases without it; one that every second case had, after ten; one that was
 * hardly ever there, never. Said once, and once more when it is back. The case that is open counts when the next one comes.
 */
export function noteVisit(before: PageHealth | null, visit: Visit): { health: PageHealth; news: HealthNews[] } {
  const { siteId, version, page, names } = visit
  const known = before?.version === version ? before : null
  const isSame = known?.visit?.caseKey === visit.caseKey
  const fields: Record<string, FieldHealth> = {}
  const news: HealthNews[] = []
  for (const name of names) {
    const field = known?.fields[name] ?? unknown
    const counted = known?.visit && !isSame ? count(field, known.visit.read.includes(name), known.visit.at) : field
    const isBack = counted.isReported && visit.read.includes(name)
    const isGone = !counted.isReported && isBroken(counted)
    const said = { version, page, field: name, since: counted.since ?? visit.at, cases: counted.streak }
    if (isBack) news.push({ ...said, state: 'healed' })
    else if (isGone) news.push({ ...said, state: 'broken' })
    fields[name] = isBack ? { ...counted, streak: 0, since: null, isReported: false } : isGone ? { ...counted, isReported: true } : counted
  }
  const read = isSame ? [...new Set([...(known?.visit?.read ?? []), ...visit.read])] : visit.read
  return { health: { siteId, version, page, visit: { caseKey: visit.caseKey, read, at: isSame ? known!.visit!.at : visit.at }, fields }, news }
}

/** A streak is judged by what was usual before it; once it ends, it was usual, too. */
function count(field: FieldHealth, wasRead: boolean, at: number): FieldHealth {
  if (!wasRead) return { ...field, streak: field.streak + 1, since: field.since ?? at }
  // What was broken for a while says nothing about how often the field is empty.
  const missed = field.missed + (field.isReported ? 0 : field.streak)
  const read = field.read + 1
  const isMuch = read + missed > remembered
  return { ...field, read: isMuch ? read >> 1 : read, missed: isMuch ? missed >> 1 : missed, streak: 0, since: null }
}

function isBroken({ read, missed, streak }: FieldHealth): boolean {
  if (read < fewestReads || streak < 2) return false
  return ((missed + 1) / (read + missed + 2)) ** streak < unlikely
}
