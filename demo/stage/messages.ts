// A message to the worker as one of our own pages sends it, for preparing a stage; what a person does is done by hand.
import type { MessageName, MessageRequest, MessageResponse } from '../../lib/messages/protocol.ts'
import type { Stage } from './extension.ts'

/** Answers the reply's value; throws with the worker's own sentence when it says no. */
export async function expectReply<N extends MessageName>(
  stage: Stage,
  name: N,
  request: MessageRequest<N>,
  from = 'welcome.html',
): Promise<MessageResponse<N>> {
  const page = await stage.open(from)
  try {
    const reply = await page.evaluate(
      ([message, body]) =>
        (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome.runtime.sendMessage({
          name: message,
          request: body,
        }),
      [name, request] as const,
    )
    const { ok, value, error } = reply as { ok: boolean; value: MessageResponse<N>; error?: { message: string } }
    if (!ok) throw new Error(`${name} was refused: ${error?.message}`)
    return value
  } finally {
    await page.close()
  }
}
