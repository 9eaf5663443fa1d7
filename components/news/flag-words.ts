// How a flag and what became of it are said, in whole sentences.
import type { Flag, FlagKind, OwnFlag } from '../../lib/schema/flag.ts'

export const flagKinds: { id: FlagKind; label: string }[] = [
  { id: 'wrong', label: 'Wrong' },
  { id: 'unclear', label: 'Unclear' },
  { id: 'outdated', label: 'Outdated' },
  { id: 'missing', label: 'Something is missing' },
]

/** "as unclear": completes "You flagged this". */
export const asKind: Record<FlagKind, string> = {
  wrong: 'as wrong',
  unclear: 'as unclear',
  outdated: 'as outdated',
  missing: 'because something is missing',
}

/** What a lead said last; null while nobody did. */
export function outcomeOf({ answers }: Flag): string | null {
  const last = answers.at(-1)
  if (!last) return null
  if (last.kind === 'looking') return `${last.by.name} is looking into it.`
  if (last.kind === 'fixed') return `${last.by.name} fixed it in version ${last.version}.`
  return `${last.by.name} leaves it as it is.`
}

const locals: Record<OwnFlag['local'], string> = {
  held: 'Saved on this device; it goes out in a few seconds.',
  queued: 'Saved on this device; it waits for the hub.',
  refused: 'The hub refused it. Show it to your lead.',
  undone: 'Undone.',
  sent: 'Your leads have it.',
}

/** As its author reads it. */
export function standingOfFlag({ local, record }: OwnFlag): string {
  return (record && outcomeOf(record)) ?? (record ? locals.sent : locals[local])
}
