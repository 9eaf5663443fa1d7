// What the rows of the reading screen are called, and what each reads on the page as it is.
import { fieldIndex, isBoxRow, type ProfileDraft, pageOf, type RowKey, sourcesAt } from '../../lib/domain/profile-draft.ts'
import { readSource } from '../../lib/domain/site.ts'
import type { PickKind } from '../../lib/schema/picker.ts'
import type { SitePage } from '../../lib/schema/site.ts'
import type { PageSeen } from './reading-actions.ts'

export const kindOf = (row: RowKey): PickKind => (row === 'text' ? 'area' : isBoxRow(row) ? 'reply' : 'value')

export function labelOf(draft: ProfileDraft, row: RowKey): string {
  const fixed = { caseId: 'Case id', text: 'Conversation', reply: 'Reply box', notes: 'Box for internal notes' }
  return row in fixed ? fixed[row as keyof typeof fixed] : (pageOf(draft).fields[fieldIndex(row)]?.label ?? '')
}

/** What was seen of the row's own areas, in the order of its ways. */
function areasAt({ text, reply, notes = [] }: SitePage, row: RowKey, { areas }: PageSeen): PageSeen['areas'] {
  const first = text === undefined ? 0 : 1
  if (row === 'text') return areas.slice(0, first)
  return row === 'reply' ? areas.slice(first, first + reply.length) : areas.slice(first + reply.length, first + reply.length + notes.length)
}

/** What the row reads on the page as it is. */
export function valueAt(draft: ProfileDraft, row: RowKey, seen: PageSeen | undefined): string | null {
  const page = pageOf(draft)
  if (!seen) return null
  if (row === 'caseId') return seen.caseId
  if (row === 'text') return areasAt(page, row, seen)[0]?.text.slice(0, 120) || null
  if (isBoxRow(row)) {
    const at = areasAt(page, row, seen).findIndex(({ count }) => count > 0)
    return at < 0 ? null : (page[row]?.[at] ?? null)
  }
  return seen.fields[page.fields[fieldIndex(row)]?.name ?? ''] ?? null
}

/** What each way by itself reads. */
export function readsAt(draft: ProfileDraft, row: RowKey, seen: PageSeen | undefined): (string | null)[] {
  const page = pageOf(draft)
  if (!seen) return []
  if (row === 'text' || isBoxRow(row)) {
    return areasAt(page, row, seen).map(({ count, text }) => (count > 0 ? text.slice(0, 120) || 'an empty box' : null))
  }
  const name = row === 'caseId' ? '' : (page.fields[fieldIndex(row)]?.name ?? '')
  return sourcesAt(page, row).map((source, index) => readSource(source, `${name}#${index}`, { ...seen, report: seen }))
}
