// Playbooks and snippets: what the search box searches, versions, publishing, and receipts that a member saw one.

import { getPlaybook, listPlaybooks, listSnippets, putPlaybook } from '../../../lib/db/library.ts'
import { enqueue } from '../../../lib/db/outbox.ts'
import { caseKeysOf } from '../../../lib/db/runs.ts'
import { getSession } from '../../../lib/db/session.ts'
import { getSynonyms } from '../../../lib/db/synonyms.ts'
import { activeSession, askHub } from '../hub.ts'
import { libraryEntry } from '../library-entry.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { isAnyShared } from '../shared-case.ts'
import type { Worker } from '../worker.ts'

type Names = 'library.list' | 'playbook.get' | 'playbook.list' | 'playbook.versions' | 'playbook.publish' | 'receipt.record'

export function libraryHandlers(worker: Worker): Pick<Handlers, Names> {
  const { browser, database, now, newId } = worker

  async function versionsOf(id: string) {
    return (await askHub(worker, 'playbookVersions', { params: { id }, request: {} })).versions
  }

  return {
    async 'library.list'() {
      const [playbooks, snippets, synonyms] = await database.use((db) => Promise.all([listPlaybooks(db), listSnippets(db), getSynonyms(db)]))
      return { playbooks: playbooks.map(libraryEntry), snippets, ...(synonyms ? { synonyms: synonyms.lists } : {}) }
    },
    async 'playbook.get'({ id, version }) {
      const here = await database.use((db) => getPlaybook(db, id, version))
      if (here) return here
      const there = version === null ? undefined : (await versionsOf(id)).find((known) => known.version === version)
      if (there) return there
      throw new Refusal('conflict', 'This playbook is not there any more.')
    },
    'playbook.list': () => database.use(listPlaybooks),
    'playbook.versions': ({ id }) => versionsOf(id),
    async 'playbook.publish'({ id, commandId, ...request }) {
      const published = await askHub(worker, 'publishPlaybook', { params: { id }, request, key: commandId ?? newId() })
      await database.use((db) => putPlaybook(db, published))
      worker.announce(['library', 'case', 'runs'])
      return published
    },
    /** Once per member, version and kind; nobody joined, nobody to credit; and only of a version that was met on a site that is switched on. */
    async 'receipt.record'({ playbookId, version, kind }) {
      const session = await database.use(getSession)
      if (!session) return {}
      const { member } = await activeSession(worker)
      const mark = `receipt:${member.id}:${playbookId}:${version}:${kind}`
      if (mark in (await browser.storage.local.get(mark))) return {}
      const caseKeys = await database.use((db) => caseKeysOf(db, { id: playbookId, version }))
      if (!(await isAnyShared(worker, caseKeys))) return {}
      await database.use((db) => enqueue(db, { id: newId(), route: 'receipt', params: {}, body: { playbookId, version, kind }, now: now() }))
      await browser.storage.local.set({ [mark]: now() })
      await worker.highWater.keep().catch(() => undefined)
      void worker.loop.send()
      return {}
    },
  }
}
