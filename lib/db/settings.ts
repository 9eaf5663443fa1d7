// What this person chose on this device: settings, and how the rail sits on each site.
import { defaultRail, defaultSettings, Settings, SiteState } from '../schema/settings.ts'
import { checked, whole } from './checked.ts'
import type { Db, MetaKey } from './schema.ts'
import { write } from './transact.ts'

export async function getSettings(db: Db): Promise<Settings> {
  return checked(Settings, await db.get('meta', 'settings')) ?? defaultSettings
}

export function changeSettings(db: Db, change: Partial<Settings>): Promise<Settings> {
  return write(db, ['meta'], async (tx) => {
    const settings = { ...(checked(Settings, await tx.objectStore('meta').get('settings')) ?? defaultSettings), ...change }
    await tx.objectStore('meta').put(settings, 'settings' satisfies MetaKey)
    return settings
  })
}

export async function listSiteStates(db: Db): Promise<SiteState[]> {
  return parseStates(await db.get('meta', 'siteStates'))
}

/** Makes the row when the origin is new. */
export function changeSiteState(db: Db, origin: string, change: Partial<Omit<SiteState, 'origin'>>): Promise<SiteState[]> {
  return write(db, ['meta'], async (tx) => {
    const states = parseStates(await tx.objectStore('meta').get('siteStates'))
    const fresh: SiteState = { origin, profile: null, enabled: false, granted: false, rail: defaultRail, enabledAt: null }
    const state = { ...(states.find((known) => known.origin === origin) ?? fresh), ...change }
    const next = [...states.filter((known) => known.origin !== origin), state].sort((a, b) => a.origin.localeCompare(b.origin))
    await tx.objectStore('meta').put(next, 'siteStates' satisfies MetaKey)
    return next
  })
}

function parseStates(value: unknown): SiteState[] {
  return Array.isArray(value) ? whole(SiteState, value) : []
}
