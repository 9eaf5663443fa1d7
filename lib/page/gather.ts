// The page's text in one pass, capped. Our own host never appears: its root is closed. Typed secrets never do: they are no text nodes.

const textLimit = 200_000
const silent = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA'])

/** Text under `roots`, joined by spaces, at most `limit` long. */
export function textUnder(roots: Iterable<Node>, limit = textLimit): string {
  const parts: string[] = []
  let length = 0
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let node: Node | null = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode()
    for (; node && length < limit; node = walker.nextNode()) {
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
  const isEmpty = !selection || (selection.isCollapsed && !document.activeElement?.matches('textarea,input'))
  return isEmpty ? '' : selection.toString().slice(0, 5000)
}
