// What the organisation set by policy: the hub's address and the sites. Read when it is needed, never copied but for the sites' switch.
import type { Browser } from '../../lib/browser.ts'
import type { Database } from '../../lib/db/database.ts'
import { changeSiteState, listSiteStates } from '../../lib/db/settings.ts'
import { z } from '../../lib/schema/z.ts'
import { webOrigin } from './tab-reading.ts'

const Policy = z.object({ hubUrl: z.optional(z.string()), sites: z.optional(z.array(z.string())) })
type Policy = z.infer<typeof Policy>

/**
 * Firefox rejects where there is no policy at all. A parameter called `storage` would be taken for a use of the build tool's own storage,
 * and bring 9 kB of it along.
 */
export async function readPolicy({ storage: areas }: Pick<Browser, 'storage'>): Promise<Policy> {
  const parsed = Policy.safeParse(await areas.managed.get(['hubUrl', 'sites']).catch(() => ({})))
  return parsed.success ? parsed.data : {}
}

/** Switches on what policy names and nobody here has switched yet; what the agent switched off stays off. */
export async function applyPolicy(browser: Pick<Browser, 'storage'>, database: Database, now: number): Promise<void> {
  const { sites = [] } = await readPolicy(browser)
  const known = await database.use(listSiteStates)
  for (const origin of sites) {
    if (webOrigin(origin) !== origin || known.some((state) => state.origin === origin)) continue
    await database.use((db) => changeSiteState(db, origin, { enabled: true, enabledAt: now }))
  }
}
