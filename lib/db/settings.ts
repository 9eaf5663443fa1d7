// What this person chose on this device: settings, keys, and how the rail sits on each site.
import { defaultRail, defaultSettings, KeyChoices, Settings, SiteState } from '../schema/settings.ts'
import { z } from '../schema/z.ts'
import { checked, whole } from './checked.ts'
import type { AnyTx, Db, MetaKey } from './schema.ts'
import { read, write } from './transact.ts'

const KeysByOwner = z.record(z.string(), KeyChoices)
const nobody = 'nobody'

/** `owner` is the member of this device, null while nobody ever joined: keys are each member's own, the rest is the device's. */
export function getSettings(db: Db, owner: string | null): Promise<Settings> {
  return read(db, ['meta'], (tx) => readSettings(tx, owner))
}

export function changeSettings(db: Db, owner: string | null, { keys, ...change }: Partial<Settings>): Promise<Settings> {
  return write(db, ['meta'], async (tx) => {
    const meta = tx.objectStore('meta')
    if (keys) await meta.put({ ...(await keysOf(tx)), [owner ?? nobody]: keys }, 'keys' satisfies MetaKey)
    const { keys: _, ...settings } = { ...(await readSettings(tx, owner)), ...change }
    await meta.put(settings, 'settings' satisfies MetaKey)
    return readSettings(tx, owner)
  })
}

async function readSettings(tx: AnyTx, owner: string | null): Promise<Settings> {
  const settings = checked(Settings, await tx.objectStore('meta').get('settings')) ?? defaultSettings
  const keys = (await keysOf(tx))[owner ?? nobody]
  return keys ? { ...settings, keys } : settings
}

async function keysOf(tx: AnyTx): Promise<z.infer<typeof KeysByOwner>> {
  return checked(KeysByOwner, await tx.objectStore('meta').get('keys')) ?? {}
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
