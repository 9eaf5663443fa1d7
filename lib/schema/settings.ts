// What this person chose on this device.
import { Instant, name, text } from './ids.ts'
import { RailSettings } from './page.ts'
import { z } from './z.ts'

export const Theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof Theme>

export const Settings = z.object({ theme: Theme, notifications: z.boolean() })
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
