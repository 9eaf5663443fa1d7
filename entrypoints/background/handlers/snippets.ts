// Snippets at work: the member's own ones, what was used, and what was searched for in vain.
import { noteCount, noteUse } from '../../../lib/db/counts.ts'
import { listOwnSnippets, removeOwnSnippet, saveOwnSnippet } from '../../../lib/db/own-snippets.ts'
import { ownerOf } from '../../../lib/db/session.ts'
import { maskText } from '../../../lib/domain/mask.ts'
import { missedSearch } from '../../../lib/domain/missed-search.ts'
import { mostOwnSnippets } from '../../../lib/schema/own-snippet.ts'
import { askHub } from '../hub.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { isShared } from '../shared-case.ts'
import type { Worker } from '../worker.ts'

type Names = 'snippet.used' | 'search.missed' | 'usage.get' | `own-snippet.${'list' | 'save' | 'remove'}`

export function snippetHandlers(worker: Worker): Pick<Handlers, Names> {
  const { database, now, newId, announce } = worker
  /** Signed out, the last member still is the one at this device. */
  /** In UTC, as on every other device of the team. */
  const today = () => new Date(now()).toISOString().slice(0, 10)

  return {
    /** Told to the hub from a site that is switched on; elsewhere it stays on this device. */
    async 'snippet.used'({ id, how, isOwn, caseKey }) {
      const isTold = !isOwn && (await isShared(worker, caseKey))
      const counted = isTold ? { kind: how, subject: id, day: today(), now: now() } : null
      await database.use(async (db) => noteUse(db, await ownerOf(db), `snippet:${id}`, counted))
      announce(['habits'])
      return {}
    },
    async 'search.missed'({ text, caseKey }) {
      const subject = missedSearch(text)
      if (subject !== null && (await isShared(worker, caseKey)))
        await database.use((db) => noteCount(db, { kind: 'nothing-found', subject, day: today(), now: now() }))
      return {}
    },
    'usage.get': (request) => askHub(worker, 'usage', { params: {}, request }),
    'own-snippet.list': () => database.use(async (db) => listOwnSnippets(db, await ownerOf(db))),
    async 'own-snippet.save'({ id, title, body, commandId }) {
      const at = now()
      const draft = { id: id ?? commandId ?? newId(), title: maskText(title, 200).text, body: maskText(body, 20_000).text, createdAt: at, updatedAt: at }
      const saved = await database.use(async (db) => saveOwnSnippet(db, { ...draft, memberId: await ownerOf(db) }))
      if (!saved) throw new Refusal('conflict', `You have ${mostOwnSnippets} snippets of your own. Nothing was saved; delete one that you no longer use.`)
      announce(['own-snippets'])
      return saved
    },
    async 'own-snippet.remove'({ id }) {
      await database.use(async (db) => removeOwnSnippet(db, await ownerOf(db), id))
      announce(['own-snippets'])
      return {}
    },
  }
}
