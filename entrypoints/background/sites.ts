// Where the rail may show: the agent's switch and the browser's permission together. Registers the page script for exactly those
// origins, and brings it to tabs that are already open.
import type { Browser } from '../../lib/browser.ts'
import type { Database } from '../../lib/db/database.ts'
import { listSites } from '../../lib/db/library.ts'
import { changeSiteState, listSiteStates } from '../../lib/db/settings.ts'
import { profilesOf } from '../../lib/domain/site.ts'
import { hostPattern } from '../../lib/messages/host-pattern.ts'
import { defaultRail, type SiteState } from '../../lib/schema/settings.ts'
import type { GestureMemory } from './gestures.ts'
import { readPolicy } from './managed.ts'
import { tell } from './page-orders.ts'
import { createSerial } from './serially.ts'
import { webOrigin } from './tab-reading.ts'

const scriptFile = '/page.js'
const scriptId = (origin: string) => `page:${origin}`

export type Sites = ReturnType<typeof createSites>

export function createSites(browser: Browser, database: Database, gestures: GestureMemory, now: () => number) {
  const serially = createSerial()
  const patternOf = (origin: string) => hostPattern(origin, browser.runtime.getURL('/'))
  const isGranted = (origin: string) => browser.permissions.contains({ origins: [patternOf(origin)] }).catch(() => false)

  /** Known origins and those that the team's profiles name, with the permission as it is now. */
  async function list(): Promise<SiteState[]> {
    const [states, profiles] = await database.use((db) => Promise.all([listSiteStates(db), listSites(db)]))
    const named = profiles.flatMap((profile) => profile.origins).filter((origin) => !origin.includes('*') && webOrigin(origin) === origin)
    const fresh = named.filter((origin) => !states.some((state) => state.origin === origin))
    const all = [
      ...states,
      ...[...new Set(fresh)].map((origin) => ({ origin, profile: null, enabled: false, granted: false, rail: defaultRail, enabledAt: null })),
    ]
    return Promise.all(
      all.map(async (state) => {
        const profile = profilesOf(profiles, state.origin)[0]
        return { ...state, profile: profile?.name ?? null, granted: await isGranted(state.origin) }
      }),
    )
  }

  async function find(origin: string): Promise<SiteState | null> {
    return (await database.use(listSiteStates)).find((state) => state.origin === origin) ?? null
  }

  async function isEnabled(origin: string): Promise<boolean> {
    return (await find(origin))?.enabled === true && (await isGranted(origin))
  }

  /** A person turned this site off here: nothing of it is read until it is turned on again, or until the person asks for this one tab. */
  async function mayRead(tabId: number, origin: string): Promise<boolean> {
    const state = await find(origin)
    const isTurnedOff = state !== null && !state.enabled && state.enabledAt !== null
    return !isTurnedOff || (await gestures.has(tabId, origin))
  }

  async function tabsOf(origin: string): Promise<number[]> {
    return (await browser.tabs.query({})).filter((tab) => webOrigin(tab.url) === origin).flatMap((tab) => tab.id ?? [])
  }

  /** The page script guards itself against a second injection. */
  async function inject(origin: string): Promise<void> {
    const tabs = await tabsOf(origin)
    await Promise.allSettled(tabs.map((tabId) => browser.scripting.executeScript({ target: { tabId }, files: [scriptFile] })))
  }

  /** Makes the browser's list of scripts what it should be. Repeatable; answers the origins that are new in it. */
  const reconcile = () =>
    serially(async () => {
      const wanted = (await list()).filter((state) => state.enabled && state.granted).map(({ origin }) => origin)
      const registered = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id)
      const stale = registered.filter((id) => !wanted.some((origin) => scriptId(origin) === id))
      const fresh = wanted.filter((origin) => !registered.includes(scriptId(origin)))
      if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale })
      if (fresh.length > 0) {
        await browser.scripting.registerContentScripts(
          fresh.map((origin) => ({ id: scriptId(origin), js: [scriptFile], matches: [patternOf(origin)], runAt: 'document_idle', allFrames: false })),
        )
      }
      return { fresh, gone: stale.map((id) => id.slice(scriptId('').length)) }
    })

  /** After a permission came or went: scripts follow, in open tabs as well. */
  async function follow(): Promise<void> {
    const { fresh, gone } = await reconcile()
    await Promise.all(fresh.map(inject))
    for (const origin of gone) await Promise.all((await tabsOf(origin)).map((tabId) => tell(browser.tabs, tabId, { name: 'page.stop' })))
  }

  /** Scripts of an older version in open tabs are orphans: bring the new one. */
  async function injectEverywhere(): Promise<void> {
    await reconcile()
    const enabled = (await list()).filter((state) => state.enabled && state.granted)
    await Promise.all(enabled.map(({ origin }) => inject(origin)))
  }

  async function enable(origin: string): Promise<void> {
    await database.use((db) => changeSiteState(db, origin, { enabled: true, granted: true, enabledAt: now() }))
    await reconcile()
    await inject(origin)
  }

  async function disable(origin: string): Promise<void> {
    const tabs = await tabsOf(origin)
    await database.use((db) => changeSiteState(db, origin, { enabled: false }))
    await reconcile()
    await Promise.all(tabs.map((tabId) => tell(browser.tabs, tabId, { name: 'page.stop' })))
    await gestures.forgetOrigin(origin)
    await giveBack(origin)
  }

  /** Not what the organisation named: the person would be asked again for what is decided elsewhere. Firefox grants hosts: another port may still need it. */
  async function giveBack(origin: string): Promise<void> {
    const { sites: named = [] } = await readPolicy(browser)
    const states = await database.use(listSiteStates)
    const needed = [...named.filter((site) => webOrigin(site) === site), ...states.filter((state) => state.enabled).map((state) => state.origin)]
    if (needed.some((other) => patternOf(other) === patternOf(origin))) return
    await browser.permissions.remove({ origins: [patternOf(origin)] }).catch(() => false)
  }

  async function setRail(origin: string, change: Partial<SiteState['rail']>): Promise<SiteState['rail']> {
    const rail = { ...((await find(origin))?.rail ?? defaultRail), ...change }
    await database.use((db) => changeSiteState(db, origin, { rail }))
    return rail
  }

  return { list, find, isEnabled, isGranted, mayRead, reconcile, follow, injectEverywhere, enable, disable, setRail }
}
