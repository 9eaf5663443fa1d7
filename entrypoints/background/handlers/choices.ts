// What a person chose or typed on this device: settings, sites, drafts.
import { getDraft, saveDraft } from '../../../lib/db/drafts.ts'
import { changeSettings, getSettings } from '../../../lib/db/settings.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { webOrigin } from '../tab-reading.ts'
import type { Worker } from '../worker.ts'

type Names = 'draft.get' | 'draft.set' | 'settings.get' | 'settings.set' | 'site.list' | 'site.enable' | 'site.disable'

export function choiceHandlers(worker: Worker): Pick<Handlers, Names> {
  const { database, now, sites, announce } = worker
  return {
    async 'draft.get'({ key }) {
      const draft = await database.use((db) => getDraft(db, key))
      return { text: draft?.text ?? '', savedAt: draft?.savedAt ?? null }
    },
    async 'draft.set'({ key, text }) {
      await database.use((db) => saveDraft(db, { key, text, savedAt: now() }))
      return {}
    },
    'settings.get': () => database.use(getSettings),
    async 'settings.set'(change) {
      const settings = await database.use((db) => changeSettings(db, change))
      announce(['settings'])
      return settings
    },
    'site.list': () => sites.list(),
    async 'site.enable'({ origin }) {
      if (webOrigin(origin) !== origin) throw new Refusal('invalid', 'origin: an address such as https://desk.example.com, without a path')
      if (!(await sites.isGranted(origin)))
        throw new Refusal('forbidden', 'The browser has not allowed this site. Allow it when the browser asks, then try again.')
      await sites.enable(origin)
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
