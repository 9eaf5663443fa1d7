// The page's text in one pass, capped. Our own host never appears: its root is closed. Typed secrets never do: they are no text nodes.

import { isSecret } from './visible.ts'

const textLimit = 200_000
/** Of texts that are looked at, empty ones too: on a page without end a pass ends all the same. */
export const lookLimit = 100_000
const silent = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA'])

/** Text under `roots`, joined by spaces, at most `limit` long. */
export function textUnder(roots: Iterable<Node>, limit = textLimit): string {
  const parts: string[] = []
  let length = 0
  let looks = 0
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let node: Node | null = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode()
    for (; node && length < limit && looks++ < lookLimit; node = walker.nextNode()) {
      const text = node.nodeValue?.trim()
      if (!text || silent.has(node.parentNode?.nodeName ?? '')) continue
      parts.push(text)
      length += text.length + 1
    }
  }
  return parts.join(' ').slice(0, limit)
}

/** What the agent marked on the page. Asking for the words makes the browser lay the page out, so an empty selection is not asked. */
export function selectedText(): string {
  const selection = getSelection()
  let field = document.activeElement
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement
  // The browser also gives out what is marked in a field.
  const isTyped = field?.matches('textarea,input')
  const isEmpty = !selection || (selection.isCollapsed && !isTyped) || (isTyped && field && isSecret(field))
  return isEmpty ? '' : selection.toString().slice(0, 5000)
}
