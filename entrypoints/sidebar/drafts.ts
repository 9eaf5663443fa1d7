// Texts typed in the panel and not sent: told to the worker a moment after each key, and at once when the panel closes or a key
// command may follow, which the panel does not see: it sends what the worker knows.
import type { TextKeeper } from '../../components/escalation/text-keeper.ts'
import type { Client } from '../../lib/messages/client.ts'

const delayMs = 300

/** Keeping is a courtesy: a text that the worker cannot take stays on screen, where it was typed. */
export function createDrafts(client: Pick<Client, 'send'>, page: EventTarget): TextKeeper {
  const unkept = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush() {
    clearTimeout(timer)
    for (const [key, text] of unkept) client.send('draft.set', { key, text }).catch(() => {})
    unkept.clear()
  }
  // A panel that closes within the delay must not take the last words with it.
  page.addEventListener('pagehide', flush)
  page.addEventListener('blur', flush)
  const onKey = (event: Event) => {
    const { altKey, ctrlKey, metaKey } = event as KeyboardEvent
    if (altKey || ctrlKey || metaKey) flush()
  }
  page.addEventListener('keydown', onKey, { capture: true })

  return {
    async load(key) {
      const typed = unkept.get(key)
      return typed ?? (await client.send('draft.get', { key }).catch(() => ({ text: '' }))).text
    },
    keep(key, text) {
      unkept.set(key, text)
      clearTimeout(timer)
      // What was sent must not come back as a draft.
      if (text === '') flush()
      else timer = setTimeout(flush, delayMs)
    },
  }
}
