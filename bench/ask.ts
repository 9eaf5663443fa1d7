// A message to the worker from a page of ours that is already open, with the time it took as that page saw it.
import type { Frame, Page } from 'playwright-core'
import type { MessageName, MessageRequest, MessageResponse } from '../lib/messages/protocol.ts'

export interface Answer<N extends MessageName> {
  value: MessageResponse<N>
  /** When the page asked, by the clock on the wall. */
  askedAt: number
  tookMs: number
}

/** Throws with the worker's own sentence when it says no. */
export async function ask<N extends MessageName>(from: Page | Frame, name: N, request: MessageRequest<N>): Promise<Answer<N>> {
  const { reply, askedAt, tookMs } = await from.evaluate(
    async ([message, body]) => {
      const askedAt = Date.now()
      const start = performance.now()
      const reply: unknown = await chrome.runtime.sendMessage({ name: message, request: body })
      return { reply, askedAt, tookMs: performance.now() - start }
    },
    [name, request] as const,
  )
  const { ok, value, error } = reply as { ok: boolean; value: MessageResponse<N>; error?: { message: string } }
  if (!ok) throw new Error(`${name} was refused: ${error?.message}`)
  return { value, askedAt, tookMs }
}
