// What an agent has said about an own escalation and the hub does not have yet, read from the rows of the outbox. Pure: rows in, words out.
import type { OwnEscalation, WaitingWord } from '../schema/escalation.ts'
import type { OutboxRow } from '../schema/outbox.ts'
import { routes } from '../schema/routes.ts'

/** `rows` oldest first. What the hub refused for good waits no more: it can be said again. */
export function withWaiting(own: OwnEscalation[], rows: OutboxRow[]): OwnEscalation[] {
  const words = new Map<string | undefined, WaitingWord[]>()
  for (const row of rows) {
    const word = wordOf(row)
    if (word) words.set(row.params.id, [...(words.get(row.params.id) ?? []), word])
  }
  return own.map((escalation) => {
    const waiting = words.get(escalation.id)
    return waiting ? { ...escalation, waiting } : escalation
  })
}

function wordOf({ id, route, body, state, createdAt: at }: OutboxRow): WaitingWord | null {
  if (state !== 'waiting') return null
  switch (route) {
    case 'answer': {
      const said = routes.answer.request.safeParse(body).data
      return said ? { id, kind: route, text: said.text, severity: null, at } : null
    }
    case 'amend': {
      const said = routes.amend.request.safeParse(body).data
      return said ? { id, kind: route, text: said.note, severity: said.severity, at } : null
    }
    case 'withdraw': {
      const said = routes.withdraw.request.safeParse(body).data
      return said ? { id, kind: route, text: said.reason, severity: null, at } : null
    }
    default:
      return null
  }
}
