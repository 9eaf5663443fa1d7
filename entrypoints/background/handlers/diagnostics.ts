// A file that helps whoever helps: versions, counts and states. No names, no addresses, no texts of people.
import { brokenRows } from '../../../lib/db/broken.ts'
import { listPlaybooks, listSites, listSnippets } from '../../../lib/db/library.ts'
import { listOutbox } from '../../../lib/db/outbox.ts'
import { getSession } from '../../../lib/db/session.ts'
import type { Handlers } from '../router.ts'
import { statusOf } from '../status.ts'
import type { Worker } from '../worker.ts'

export function diagnosticsHandlers(worker: Worker): Pick<Handlers, 'diagnostics.get'> {
  const { browser, database, now } = worker
  return {
    async 'diagnostics.get'() {
      const at = new Date(now()).toISOString()
      const { os, arch } = await browser.runtime.getPlatformInfo()
      const { problem: _, others = [], ...status } = await statusOf(worker)
      const counts = await database.use(countAll).catch(() => null)
      const sites = await worker.sites.list().catch(() => [])
      const facts = {
        madeAt: at,
        version: browser.runtime.getManifest().version,
        browser: navigator.userAgent,
        system: `${os} ${arch}`,
        status: { ...status, others: others.map(({ count }) => count) },
        counts,
        sites: { known: sites.length, enabled: sites.filter(({ enabled }) => enabled).length, granted: sites.filter(({ granted }) => granted).length },
      }
      return { fileName: `handrail-diagnostics-${at.slice(0, 10)}.json`, text: JSON.stringify(facts, null, 2) }
    },
  }
}

async function countAll(db: Parameters<typeof listOutbox>[0]) {
  const [session, playbooks, snippets, profiles, outbox, broken] = await Promise.all([
    getSession(db),
    listPlaybooks(db),
    listSnippets(db),
    listSites(db),
    listOutbox(db),
    brokenRows(db),
  ])
  const waiting = outbox.map(({ route, state, attempts, createdAt }) => ({ route, state, attempts, createdAt }))
  return {
    session: session?.state ?? 'none',
    role: session?.member.role ?? null,
    playbooks: playbooks.length,
    snippets: snippets.length,
    profiles: profiles.length,
    waiting,
    broken: broken.map(({ store }) => store),
  }
}
