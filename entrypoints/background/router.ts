// One envelope in, one reply out: who asks, may they, is the request well formed, then the handler. Refuses by default.
import type { Sender } from '../../lib/browser.ts'
import { type MessageName, type MessageRequest, type MessageResponse, protocol } from '../../lib/messages/protocol.ts'
import type { Failure } from '../../lib/schema/failure.ts'
import { z } from '../../lib/schema/z.ts'
import { failureOf } from './refusal.ts'
import type { Caller, CallerOf } from './senders.ts'

type Allowed<N extends MessageName> = CallerOf<(typeof protocol)[N]['from'][number]>
type Asker<N extends MessageName> = N extends 'frame.admit' ? Extract<Caller, { kind: 'frame' | 'sidebar' }> : Allowed<N>
/** `opened`: whether the side panel that this message asked for was opened inside the click; null when it did not ask. */
export type Handler<N extends MessageName> = (request: MessageRequest<N>, caller: Asker<N>, opened: Promise<boolean> | null) => Promise<MessageResponse<N>>
/** A message without a handler does not compile. */
export type Handlers = { [N in MessageName]: Handler<N> }

export type Reply = { ok: true; value: unknown } | { ok: false; error: Failure }

export type Router = (message: unknown, sender: Sender, opened?: Promise<boolean> | null) => Promise<Reply>

const Envelope = z.object({ name: z.string(), request: z.unknown() })

const refuse = (error: Failure): Reply => ({ ok: false, error })
const unknownMessage: Failure = { code: 'invalid', message: 'Handrail does not know this message. Reload the page: it may belong to another version.' }
const forbidden: Failure = { code: 'forbidden', message: 'This page may not ask that of Handrail.' }

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(protocol, name)
}

function isAllowed(name: MessageName, caller: Caller): boolean {
  if (caller.kind === 'frame') return name === 'frame.admit'
  return (protocol[name].from as readonly string[]).includes(caller.kind)
}

/** Names the field: "severity: Invalid option". */
function faultOf(error: z.core.$ZodError): Failure {
  const issue = error.issues[0]
  const field = issue?.path.join('.') || 'request'
  return { code: 'invalid', message: `${field}: ${issue?.message ?? 'not understood'}`.slice(0, 1000) }
}

export function createRouter(handlers: Handlers, callerOf: (sender: Sender) => Promise<Caller>): Router {
  return async (message, sender, opened = null) => {
    const envelope = Envelope.safeParse(message)
    if (!envelope.success) return refuse(unknownMessage)
    const { name, request } = envelope.data
    try {
      const caller = await callerOf(sender)
      if (caller.kind === 'stranger') return refuse(forbidden)
      if (!isMessageName(name)) return refuse(unknownMessage)
      if (!isAllowed(name, caller)) return refuse(forbidden)
      const parsed = protocol[name].request.safeParse(request)
      if (!parsed.success) return refuse(faultOf(parsed.error))
      const handle = handlers[name] as (request: unknown, caller: Caller, opened: Promise<boolean> | null) => Promise<unknown>
      return { ok: true, value: await handle(parsed.data, caller, opened) }
    } catch (error) {
      return refuse(failureOf(error, isMessageName(name) ? name : 'a message'))
    }
  }
}
