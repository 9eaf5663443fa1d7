// The page script's few-line wire to the worker. Replies are typed, not parsed: the worker is ours, the page cannot answer here.
import type { PageOrder, PageOrderReplies, PageReplies, PageReport, RailSettings } from '../schema/page.ts'

export interface PageRequests {
  'page.hello': Record<string, never>
  'page.report': PageReport
  'page.open': { framed: boolean }
  'page.rail': Partial<RailSettings>
  'page.tools': Record<string, never>
}

export type Ask = <N extends keyof PageRequests>(name: N, request: PageRequests[N]) => Promise<PageReplies[N] | undefined>
export type Answer = (order: PageOrder) => PageOrderReplies[PageOrder['name']] | Promise<PageOrderReplies[PageOrder['name']]>

/** False once the extension was updated, reloaded or removed under this page. */
export const isAttached = () => {
  try {
    return !!chrome.runtime.id
  } catch {
    return false
  }
}

/**
 * `ask` gives undefined when the worker refused or could not be reached; `orphaned` is called when it never will be again,
 * `forbidden` when it answers that this page may ask nothing.
 */
export function createAsk(orphaned: () => void, forbidden: () => void): Ask {
  return async (name, request) => {
    try {
      const reply = await chrome.runtime.sendMessage({ name, request })
      if (reply?.error?.code === 'forbidden') forbidden()
      return reply?.ok ? reply.value : undefined
    } catch {
      if (!isAttached()) orphaned()
      return undefined
    }
  }
}

/** Returns the way to stop listening. */
export function listen(answer: Answer): () => void {
  const onMessage = (message: PageOrder, sender: chrome.runtime.MessageSender, reply: (value: unknown) => void) => {
    // A worker has no tab; another page's script could not send here anyway.
    if (sender.id !== chrome.runtime.id || sender.tab || !message?.name?.startsWith('page.')) return
    Promise.resolve(answer(message)).then(reply, () => reply(undefined))
    return true
  }
  chrome.runtime.onMessage.addListener(onMessage)
  return () => {
    if (isAttached()) chrome.runtime.onMessage.removeListener(onMessage)
  }
}
