// Whether one member still owes a confirmation, and which version to show the change against.
import type { PlaybookVersion } from '../schema/playbook.ts'
import type { Receipt } from '../schema/receipt.ts'

type Known = Pick<Receipt, 'playbookId' | 'version' | 'kind'>

type Version = Pick<PlaybookVersion, 'id' | 'version' | 'publishedAt' | 'publishedBy' | 'confirmFrom'>

/** `receipts` of this member, of any playbook. Who asked for it has read it. */
export function owesConfirmation({ id, version, publishedBy, confirmFrom = null }: Version, receipts: readonly Known[], memberId: string): boolean {
  if (confirmFrom === null || (confirmFrom === version && publishedBy.id === memberId)) return false
  return !receipts.some(({ playbookId, kind, version }) => playbookId === id && kind === 'acknowledged' && version >= confirmFrom)
}

/**
 * The version that a member compares this one with: the newest that the member met before what is asked for, or had put behind as news; else
 * the one before it, for who was in the team already when it came. Null for a playbook that is new to the member.
 */
export function sinceFor(
  { id, version, publishedAt, confirmFrom }: Version,
  isOwed: boolean,
  receipts: readonly Known[],
  joinedAt: number,
  read: number | null = null,
): number | null {
  const below = isOwed ? (confirmFrom ?? version) : version
  const met = receipts.filter((receipt) => receipt.playbookId === id && receipt.version < below).map((receipt) => receipt.version)
  if (read !== null && read < below) met.push(read)
  if (met.length > 0) return Math.max(...met)
  return publishedAt > joinedAt && below > 1 ? below - 1 : null
}
