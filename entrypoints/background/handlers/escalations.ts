// The agent's own escalations. What is asked here is saved on this device first and leaves through the outbox.
import { getEscalation, listEscalations, undoEscalation } from '../../../lib/db/escalations.ts'
import { enqueue } from '../../../lib/db/outbox.ts'
import { getCaseMasker } from '../../../lib/db/redaction.ts'
import { ownerOf } from '../../../lib/db/session.ts'
import type { OwnEscalation } from '../../../lib/schema/escalation.ts'
import { limits } from '../../../lib/schema/ids.ts'
import { activeTab } from '../case-view.ts'
import { escalate } from '../escalate.ts'
import { fault } from '../fault.ts'
import { retract } from '../notify.ts'
import { Refusal } from '../refusal.ts'
import type { Handlers } from '../router.ts'
import { readTab, type TabReading } from '../tab-reading.ts'
import type { Worker } from '../worker.ts'

type Verbs = 'create' | 'undo' | 'amend' | 'withdraw' | 'answer' | 'list' | 'get'

export function escalationHandlers(worker: Worker): Pick<Handlers, `escalation.${Verbs}`> {
  const { database, now, newId, announce } = worker

  async function own(id: string): Promise<OwnEscalation> {
    const found = await database.use((db) => getEscalation(db, id))
    if (!found) throw new Refusal('conflict', 'This escalation is not on this device.')
    return found
  }

  /** The case that the agent saw when clicking, even when the tab has moved on since. */
  async function contextOf(caseKey: string, tabId: number | null): Promise<Pick<TabReading, 'context' | 'text'>> {
    const { context, text } = await readTab(worker.reading, tabId)
    if (context.key === caseKey) return { context, text }
    const seen = await worker.cases.recall(caseKey)
    if (seen) return { context: seen, text: '' }
    throw new Refusal('conflict', 'The page shows another case now. Nothing was escalated, and what you typed is kept. Go back to the case, then escalate.')
  }

  async function command(id: string, route: 'amend' | 'withdraw' | 'answer', body: unknown, commandId: string | undefined): Promise<OwnEscalation> {
    await own(id)
    await database.use((db) => enqueue(db, { id: commandId ?? newId(), route, params: { id }, body, now: now() }))
    await worker.highWater.keep().catch(() => undefined)
    announce(['escalations', 'status'])
    void worker.loop.send()
    return own(id)
  }

  const masked = async (text: string) => (await database.use(getCaseMasker))(text, limits.note).text

  return {
    async 'escalation.create'({ tabId, caseKey, commandId, ...asked }, caller) {
      if (import.meta.env.VITE_FAULTS) await fault('c1')
      // Asked again because the worker died before it answered: the page may show anything by now.
      const saved = commandId === undefined ? null : await database.use((db) => getEscalation(db, commandId))
      if (saved) {
        worker.loop.sendAt(saved.sendAfter)
        return saved
      }
      const target = caller.tabId ?? tabId ?? (await activeTab(worker))?.id ?? null
      const seen = await contextOf(caseKey, target)
      if (import.meta.env.VITE_FAULTS) await fault('c2')
      if (import.meta.env.VITE_FAULTS) await fault('c3')
      return escalate(worker, { id: commandId ?? newId(), ...seen, via: 'panel', ...asked })
    },
    async 'escalation.undo'({ id }) {
      const taken = await database.use((db) => undoEscalation(db, id))
      const now = taken ?? (await own(id))
      if (now.local !== 'undone') return { undone: false, content: null, id }
      await worker.highWater.keep().catch(() => undefined)
      await retract(worker.browser, { kind: 'undo', id })
      announce(['escalations', 'case', 'status'])
      const { note, severity, queue } = now.content
      return { undone: true, content: { note, severity, queue }, id }
    },
    'escalation.amend': async ({ id, note, severity, commandId }) => command(id, 'amend', { note: await masked(note), severity }, commandId),
    'escalation.withdraw': async ({ id, reason, commandId }) => command(id, 'withdraw', { reason: await masked(reason) }, commandId),
    'escalation.answer': async ({ id, text, commandId }) => command(id, 'answer', { text: await masked(text) }, commandId),
    'escalation.list': () => database.use(async (db) => listEscalations(db, await ownerOf(db))),
    'escalation.get': ({ id }) => own(id),
  }
}
