// What the rows of the reading screen are called, and what each reads on the page as it is.
import { fieldIndex, type ProfileDraft, pageOf, type RowKey, sourcesAt } from '../../components/site/profile-draft.ts'
import { readSource } from '../../lib/domain/site.ts'
import type { PickKind } from '../../lib/schema/picker.ts'
import type { PageSeen } from './reading-actions.ts'

export const kindOf = (row: RowKey): PickKind => (row === 'text' ? 'area' : row === 'reply' ? 'reply' : 'value')

export function labelOf(draft: ProfileDraft, row: RowKey): string {
  const fixed = { caseId: 'Case id', text: 'Conversation', reply: 'Reply box' }
  return row in fixed ? fixed[row as keyof typeof fixed] : (pageOf(draft).fields[fieldIndex(row)]?.label ?? '')
}

/** What the row reads on the page as it is. */
export function valueAt(draft: ProfileDraft, row: RowKey, seen: PageSeen | undefined): string | null {
  const page = pageOf(draft)
  if (!seen) return null
  if (row === 'caseId') return seen.caseId
  if (row === 'text') return page.text === undefined ? null : seen.areas[0]?.text.slice(0, 120) || null
  if (row === 'reply') {
    const at = seen.areas.slice(page.text === undefined ? 0 : 1).findIndex(({ count }) => count > 0)
    return at < 0 ? null : (page.reply[at] ?? null)
  }
  return seen.fields[page.fields[fieldIndex(row)]?.name ?? ''] ?? null
}

/** What each way by itself reads. */
export function readsAt(draft: ProfileDraft, row: RowKey, seen: PageSeen | undefined): (string | null)[] {
  const page = pageOf(draft)
  if (!seen) return []
  if (row === 'text' || row === 'reply') {
    const areas = row === 'text' ? seen.areas.slice(0, 1) : seen.areas.slice(page.text === undefined ? 0 : 1)
    return areas.map(({ count, text }) => (count > 0 ? text.slice(0, 120) || 'an empty box' : null))
  }
  const name = row === 'caseId' ? '' : (page.fields[fieldIndex(row)]?.name ?? '')
  return sourcesAt(page, row).map((source, index) => readSource(source, `${name}#${index}`, { ...seen, report: seen }))
}
