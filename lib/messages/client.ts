// How an extension page asks the worker: `createClient(runtimeTransport)`, then `send(name, request)`. Parses every reply, and asks
// once more when the worker died before it answered. Refuses to guess: what may have acted and cannot be repeated is reported.
import type { FailureCode } from '../schema/failure.ts'
import { Failure } from '../schema/failure.ts'
import { z } from '../schema/z.ts'
import { commandId } from './command-id.ts'
import { Changed, type MessageName, type MessageRequest, type MessageResponse, protocol } from './protocol.ts'

export interface Transport {
  /** One envelope to the worker and what came back; rejects or answers undefined when nobody answered. */
  send(envelope: unknown): Promise<unknown>
  /** Everything that the worker says unasked. Answers how to stop listening. */
  listen(listener: (message: unknown) => void): () => void
}

export interface Client {
  /** Throws `MessageFailure`, never anything else. */
  send<N extends MessageName>(name: N, request: MessageRequest<N>): Promise<MessageResponse<N>>
  onChanged(listener: (changed: Changed) => void): () => void
}

export class MessageFailure extends Error {
  readonly code: FailureCode

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'MessageFailure'
    this.code = failure.code
  }
}

const Reply = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), error: Failure })])

/** Repeating these could do a thing twice: insert a text, use up an invite, open a window. */
const once: ReadonlySet<MessageName> = new Set<MessageName>(['snippet.insert', 'session.join', 'session.leave', 'surface.open', 'case.open'])

const unanswered = /message (channel|port) closed|receiving end does not exist|could not establish connection/i
const unansweredFailure: Failure = {
  code: 'unavailable',
  message: 'Handrail was restarted by the browser before it answered. Nothing that was saved is lost. Try again.',
}
const outdatedFailure: Failure = { code: 'unavailable', message: 'Handrail was updated. Nothing that was saved is lost. Reload this page.' }
const unreadableFailure: Failure = {
  code: 'bug',
  message: 'Handrail gave an answer that this page does not understand. Nothing that was saved is lost. Reload this page.',
}

export function createClient(transport: Transport): Client {
  async function exchange(envelope: unknown): Promise<unknown> {
    try {
      return await transport.send(envelope)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (unanswered.test(reason)) return undefined
      if (/context invalidated/i.test(reason)) throw new MessageFailure(outdatedFailure)
      throw new MessageFailure(unansweredFailure)
    }
  }

  return {
    async send(name, request) {
      const envelope = { name, request: withCommandId(name, request) }
      const first = await exchange(envelope)
      const answer = first === undefined && !once.has(name) ? await exchange(envelope) : first
      if (answer === undefined) throw new MessageFailure(unansweredFailure)
      const reply = Reply.safeParse(answer)
      if (!reply.success) throw new MessageFailure(unreadableFailure)
      if (!reply.data.ok) throw new MessageFailure(reply.data.error)
      const value = protocol[name].response.safeParse(reply.data.value)
      if (!value.success) throw new MessageFailure(unreadableFailure)
      return value.data as MessageResponse<typeof name>
    },
    onChanged(listener) {
      return transport.listen((message) => {
        const changed = Changed.safeParse(message)
        if (changed.success) listener(changed.data)
      })
    },
  }
}

function withCommandId(name: MessageName, request: object): object {
  const isCommand = 'commandId' in protocol[name].request.shape
  return isCommand ? { commandId: commandId(Date.now(), crypto.getRandomValues(new Uint8Array(16))), ...request } : request
}
