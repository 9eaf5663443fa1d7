// Says on the desktop what a colleague did: a new escalation to a lead, a question or a ruling to the agent who asked.
import type { Browser } from '../../lib/browser.ts'
import type { Database } from '../../lib/db/database.ts'
import { getSettings } from '../../lib/db/settings.ts'
import type { Handover } from '../../lib/schema/handover.ts'
import type { Arrival } from '../../lib/sync/movement.ts'
import { type Notice, notify } from './notify.ts'

export async function notifyArrivals(browser: Browser, database: Database, arrivals: Arrival[]): Promise<void> {
  if (arrivals.length === 0 || !(await database.use((db) => getSettings(db, null))).notifications) return
  for (const arrival of arrivals) await notify(browser, noticeOf(arrival), false)
}

/** No text that a person wrote: severity, queue, number and the colleague's name. */
export function noticeOf(arrival: Arrival): Notice {
  if ('handover' in arrival) return noticeOfHandover(arrival.handover)
  const { kind, escalation } = arrival
  const { number, severity, content, by, takenBy, ruling } = escalation
  const id = content.id
  if (kind === 'escalation') {
    return { purpose: { kind: 'inbox', id }, title: `${severity} escalation #${number}`, message: `${by.name} escalated a case to ${content.queue}.` }
  }
  const lead = (kind === 'ruling' ? ruling?.by.name : takenBy?.name) ?? 'A lead'
  const message = kind === 'ruling' ? `${lead} ruled on your escalation.` : `${lead} asks you something about your escalation.`
  return { purpose: { kind: 'answer', id }, title: `Escalation #${number}`, message }
}

function noticeOfHandover({ content, from, to, status }: Handover): Notice {
  const purpose = { kind: 'handover', id: content.id } as const
  if (status === 'open') return { purpose, title: `${from.name} hands you a case`, message: 'It stands first under My cases.' }
  const message = status === 'taken' ? 'It is theirs now.' : 'Its runs are open again on the device that sent it.'
  return { purpose, title: `${to.name} ${status === 'taken' ? 'took' : 'returned'} your case`, message }
}
