// What a person chose or typed on this device: settings, sites, drafts, what is kept at hand.
import { getDraft, saveDraft } from '../../../lib/db/drafts.ts'
import { getHabits, saveHabit } from '../../../lib/db/habits.ts'
import { listSites } from '../../../lib/db/library.ts'
import { ownerOf } from '../../../lib/db/session.ts'
import { changeSettings, getSettings } from '../../../lib/db/settings.ts'
import { listSiteFaults } from '../../../lib/db/site-health.ts'
import { maskText } from '../../../lib/domain/mask.ts'
import { limits } from '../../../lib/schema/ids.ts'
import { sendHeldRuns } from '../held-runs.ts'
import { replan } from '../page-plan.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { webOrigin } from '../tab-reading.ts'
import type { Worker } from '../worker.ts'

type Names =
  | 'draft.get'
  | 'draft.set'
  | 'habits.get'
  | 'habits.change'
  | 'settings.get'
  | 'settings.set'
  | 'site.list'
  | 'site.enable'
  | 'site.disable'
  | 'site.profiles'

export function choiceHandlers(worker: Worker): Pick<Handlers, Names> {
  const { database, now, sites, announce } = worker

  /** Switched on again: a snooze ends too, and tabs that are open hear of it. */
  async function wake(origin: string): Promise<void> {
    const state = await sites.find(origin)
    if (!state || state.rail.snoozedUntil <= now()) return
    await sites.setRail(origin, { snoozedUntil: 0 })
    await replan(worker)
  }

  return {
    async 'draft.get'({ key }) {
      const draft = await database.use(async (db) => getDraft(db, await ownerOf(db), key))
      return { text: draft?.text ?? '', savedAt: draft?.savedAt ?? null }
    },
    async 'draft.set'({ key, text }) {
      await database.use(async (db) => saveDraft(db, await ownerOf(db), { key, text: storable(key, text), savedAt: now() }))
      return {}
    },
    'habits.get': () => database.use(async (db) => getHabits(db, await ownerOf(db))),
    async 'habits.change'({ change }) {
      const habits = await database.use(async (db) => saveHabit(db, await ownerOf(db), change))
      announce(change.kind === 'open' ? ['habits'] : ['habits', 'case'])
      return habits
    },
    'settings.get': () => database.use(async (db) => getSettings(db, await ownerOf(db))),
    async 'settings.set'(change) {
      const settings = await database.use(async (db) => changeSettings(db, await ownerOf(db), change))
      announce(['settings'])
      return settings
    },
    'site.list': () => sites.list(),
    'site.profiles': () => database.use(async (db) => ({ sites: await listSites(db), faults: await listSiteFaults(db) })),
    async 'site.enable'({ origin }) {
      if (webOrigin(origin) !== origin) throw new Refusal('invalid', 'origin: an address such as https://desk.example.com, without a path')
      if (!(await sites.isGranted(origin)))
        throw new Refusal('forbidden', 'The browser has not allowed this site. Allow it when the browser asks, then try again.')
      await sites.enable(origin)
      await wake(origin)
      await sendHeldRuns(worker)
      announce(['sites', 'case'])
      return sites.list()
    },
    async 'site.disable'({ origin }) {
      await sites.disable(origin)
      announce(['sites', 'case'])
      return sites.list()
    },
  }
}

/** Masked like what it becomes; a playbook's source and a site profile are the team's own text and stay as typed. */
function storable(key: string, text: string): string {
  return /^(playbook|site):/.test(key) ? text : (maskFields(text) ?? maskText(text, limits.markdown).text)
}

/** Some drafts are several fields as JSON: masked one by one, or a mask could take a quote with it. */
function maskFields(text: string): string | null {
  if (!text.startsWith('{')) return null
  try {
    const masked = JSON.stringify(JSON.parse(text, (_, value) => (typeof value === 'string' ? maskText(value).text : value)))
    return masked.length <= limits.markdown ? masked : null
  } catch {
    return null
  }
}
