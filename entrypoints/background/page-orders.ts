// Orders to the page script in a tab's top frame. What comes back was said by a page: callers parse it.
import type { Browser } from '../../lib/browser.ts'
import type { PageOrder } from '../../lib/schema/page.ts'

/** A frozen page must not hold the panel. */
const readPatienceMs = 1500

/** Undefined when no script of ours listens there, or when the page is too busy to answer. */
export async function order(tabs: Browser['tabs'], tabId: number, order: PageOrder, patienceMs = readPatienceMs): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs)
  })
  try {
    return await Promise.race([tabs.sendMessage(tabId, order, { frameId: 0 }), late])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

/** Tells a script that listens; false where nobody does, or where it answers that it cannot. */
export async function tell(tabs: Browser['tabs'], tabId: number, message: PageOrder): Promise<boolean> {
  try {
    return (await tabs.sendMessage(tabId, message, { frameId: 0 })) !== false
  } catch {
    return false
  }
}
