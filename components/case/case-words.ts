// What is going on with a case, in words: its runs and its escalation.
import type { CaseRow, OpenEscalation } from '../../lib/schema/cases.ts'
import { progressWords } from '../run/progress-words.ts'

const escalated: Record<OpenEscalation, string> = {
  unsent: 'escalated, waits on this device',
  refused: 'the escalation was refused',
  waiting: 'escalated, nobody has it yet',
  taken: 'escalated, a lead has it',
  asked: 'escalated, the lead asks',
}

/** "Counterfeit listing, 3 of 8 done" and "escalated, the lead asks"; the open runs, or the closed ones where none is open. */
export function caseWords({ runs, escalation }: Pick<CaseRow, 'runs' | 'escalation'>): string[] {
  const open = runs.filter(({ isOpen }) => isOpen)
  const shown = open.length > 0 ? open : runs
  const words = shown.map((run) => (run.total > 0 ? `${run.title}, ${progressWords({ ...run, open: 0 })}` : run.title))
  return [...words, ...(escalation ? [escalated[escalation]] : [])]
}

/** Whether `query` stands in what a person sees of the row. */
export function caseHas({ place, ...row }: CaseRow, query: string): boolean {
  const text = [place.title, place.siteName ?? '', place.key, row.handover?.from.name ?? '', row.handover?.to.name ?? '', ...caseWords(row)]
    .join(' ')
    .toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The site's name, else its host. */
export function siteWords({ siteName, url }: CaseRow['place']): string | null {
  return siteName ?? (URL.canParse(url) ? new URL(url).host : null)
}
