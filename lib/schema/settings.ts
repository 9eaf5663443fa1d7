// What this person chose on this device.
import { Instant, name, text } from './ids.ts'
import { RailSettings } from './page.ts'
import { z } from './z.ts'

export const Theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof Theme>

/** Keys by id of the action, as `lib/domain/chord.ts` says them; the empty text is no key. */
export const KeyChoices = z.object({ changed: z.record(text(60), text(40)), charactersOff: z.boolean() })
export type KeyChoices = z.infer<typeof KeyChoices>
export const noKeyChoices: KeyChoices = { changed: {}, charactersOff: false }

/** `keys` are the member's own; the rest is the same for everybody at this device. */
export const Settings = z.object({ theme: Theme, notifications: z.boolean(), keys: z.optional(KeyChoices) })
export type Settings = z.infer<typeof Settings>
export const defaultSettings: Settings = { theme: 'system', notifications: true }

/** One origin on which the rail may show. `enabled` is the agent's switch, `granted` the browser's permission. */
export const SiteState = z.object({
  origin: name(300),
  profile: z.nullable(text(120)),
  enabled: z.boolean(),
  granted: z.boolean(),
  rail: RailSettings,
  enabledAt: z.nullable(Instant),
})
export type SiteState = z.infer<typeof SiteState>
export const defaultRail: RailSettings = { mode: 'dock', side: 'right', width: 380, offset: 50, snoozedUntil: 0 }
