// The lead's commands on an escalation. Each answers null, or why not; after a refusal the list is asked for again.
import type { ComposerActions } from '../../components/inbox/Composer.tsx'
import type { Escalation } from '../../lib/schema/escalation.ts'
import type { Failure } from '../../lib/schema/failure.ts'
import type { DeskClient, DeskStore } from './desk-store.ts'
import { failureOf } from './failure.ts'

export function createDeskActions(client: DeskClient, store: DeskStore): ComposerActions {
  async function attempt(command: Promise<Escalation>): Promise<Failure | null> {
    try {
      store.put(await command)
      return null
    } catch (cause) {
      await store.load('inbox')
      return failureOf(cause)
    }
  }
  return {
    take: ({ content, revision }) => attempt(client.send('inbox.take', { id: content.id, revision })),
    ask: ({ content }, text) => attempt(client.send('inbox.ask', { id: content.id, text })),
    async coach({ content, by }, text) {
      try {
        await client.send('note.write', { memberId: by.id, escalationId: content.id, text })
        await store.load('notes')
        return null
      } catch (cause) {
        return failureOf(cause)
      }
    },
    rule: ({ content, revision }, ruling) => attempt(client.send('inbox.rule', { id: content.id, revision, ...ruling })),
  }
}
