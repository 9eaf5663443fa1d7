// Playbooks and snippets: what the search box searches, versions, publishing.

import { getPlaybook, listPlaybooks, listSnippets, putPlaybook } from '../../../lib/db/library.ts'
import { getSynonyms } from '../../../lib/db/synonyms.ts'
import { askHub } from '../hub.ts'
import { libraryEntry } from '../library-entry.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import type { Worker } from '../worker.ts'

type Names = 'library.list' | 'playbook.get' | 'playbook.list' | 'playbook.versions' | 'playbook.publish'

export function libraryHandlers(worker: Worker): Pick<Handlers, Names> {
  const { database, newId } = worker

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
  }
}
