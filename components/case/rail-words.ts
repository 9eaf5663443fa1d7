// Whether the rail keeps out of the way on a site, in words. A snooze ends by itself; "off here" only by a person.
import type { RailSettings } from '../../lib/schema/page.ts'

const dayMs = 86_400_000

export type Rest = { kind: 'off'; words: 'Off here' } | { kind: 'snoozed'; words: string }

/** Null while the rail shows. */
export function restOf({ snoozedUntil }: Pick<RailSettings, 'snoozedUntil'>, now: number, locale?: string): Rest | null {
  if (snoozedUntil <= now) return null
  if (snoozedUntil - now > dayMs) return { kind: 'off', words: 'Off here' }
  return { kind: 'snoozed', words: `Snoozed until ${new Date(snoozedUntil).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })}` }
}
