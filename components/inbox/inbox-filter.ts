// Which escalations a lead looks at, and in which order. Pure; the list on screen is steadied elsewhere.
import { caseTitle } from '../../lib/domain/case-title.ts'
import { isOpen } from '../../lib/domain/escalation-status.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import type { Severity } from '../../lib/schema/playbook.ts'

export type InboxView = 'open' | 'mine' | 'ruled' | 'all'
export interface InboxFilter {
  view: InboxView
  severity: Severity | null
  query: string
}
export const everythingOpen: InboxFilter = { view: 'open', severity: null, query: '' }

/** Nobody has it yet, or the agent answered the one who has it. */
export function needsPerson(row: Escalation): boolean {
  if (row.status === 'delivered' || row.status === 'seen') return true
  return isOpen(row) && row.thread.at(-1)?.kind === 'answer'
}

const inView: Record<InboxView, (row: Escalation, memberId: string) => boolean> = {
  open: (row) => isOpen(row),
  mine: (row, memberId) => isOpen(row) && row.takenBy?.id === memberId,
  ruled: (row) => row.status === 'ruled',
  all: () => true,
}

const haystacks = new WeakMap<Escalation, string>()

function haystackOf(row: Escalation): string {
  const known = haystacks.get(row)
  if (known !== undefined) return known
  const { content } = row
  const parts = [
    `#${row.number}`,
    caseTitle(content.case),
    content.case.title,
    content.case.caseId,
    content.case.url,
    row.by.name,
    row.takenBy?.name,
    content.queue,
    content.note,
  ]
  const fields = content.case.fields.map(({ value }) => value)
  const made = [...parts, ...fields, content.run?.playbook.title, row.ruling?.outcome].join('\n').toLowerCase()
  haystacks.set(row, made)
  return made
}

/** Work that waits: worst first, then the longest waiting. What is over: newest first. */
function comparerOf(view: InboxView): (a: Escalation, b: Escalation) => number {
  if (view === 'ruled') return (a, b) => (b.ruling?.at ?? 0) - (a.ruling?.at ?? 0)
  if (view === 'all') return (a, b) => b.receivedAt - a.receivedAt || b.number - a.number
  return (a, b) => a.severity.localeCompare(b.severity) || a.receivedAt - b.receivedAt || a.number - b.number
}

export function filterInbox(rows: readonly Escalation[], filter: InboxFilter, memberId: string): Escalation[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean)
  return rows
    .filter((row) => inView[filter.view](row, memberId))
    .filter((row) => filter.severity === null || row.severity === filter.severity)
    .filter((row) => words.every((word) => haystackOf(row).includes(word)))
    .sort(comparerOf(filter.view))
}
