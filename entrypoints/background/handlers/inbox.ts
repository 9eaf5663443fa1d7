// The lead's inbox. Taking, asking and ruling wait for the hub's answer, since a colleague may have been first; seeing may wait.
import { getReceived, listInbox, putReceived } from '../../../lib/db/inbox.ts'
import { enqueue } from '../../../lib/db/outbox.ts'
import { maskText } from '../../../lib/domain/mask.ts'
import type { Escalation } from '../../../lib/schema/escalation.ts'
import { limits } from '../../../lib/schema/ids.ts'
import { askHub } from '../hub.ts'
import { retract } from '../notify.ts'
import type { Handlers } from '../router.ts'
import type { Worker } from '../worker.ts'

export function inboxHandlers(worker: Worker): Pick<Handlers, `inbox.${'list' | 'see' | 'endings' | 'evidence' | 'take' | 'ask' | 'rule'}`> {
  const { database, now, newId, announce } = worker

  const masked = (text: string, most: number = limits.note) => maskText(text, most).text

  async function received(record: Escalation): Promise<Escalation> {
    await database.use((db) => putReceived(db, record))
    announce(['inbox', 'escalations', 'case'])
    return record
  }

  return {
    'inbox.list': () => database.use(listInbox),
    async 'inbox.see'({ id }) {
      await retract(worker.browser, { kind: 'inbox', id })
      const record = await database.use((db) => getReceived(db, id))
      if (record?.seenBy) return {}
      await database.use((db) => enqueue(db, { id: newId(), route: 'see', params: { id }, body: {}, now: now() }))
      await worker.highWater.keep().catch(() => undefined)
      void worker.loop.send()
      return {}
    },
    'inbox.endings': async ({ id }) => (await askHub(worker, 'caseRuns', { params: { id }, request: {} })).endings,
    'inbox.evidence': ({ id, commandId }) => askHub(worker, 'evidence', { params: { id }, request: {}, key: commandId ?? newId() }),
    'inbox.take': async ({ id, revision, commandId }) =>
      received(await askHub(worker, 'take', { params: { id }, request: { revision }, key: commandId ?? newId() })),
    'inbox.ask': async ({ id, text, commandId }) =>
      received(await askHub(worker, 'ask', { params: { id }, request: { text: masked(text) }, key: commandId ?? newId() })),
    'inbox.rule': async ({ id, commandId, outcome, rationale, revision }) => {
      const request = { outcome: masked(outcome, limits.outcome), rationale: masked(rationale), revision }
      return received(await askHub(worker, 'rule', { params: { id }, request, key: commandId ?? newId() }))
    },
  }
}
