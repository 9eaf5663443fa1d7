// The page's text in one pass, capped. Our own host never appears: its root is closed. Typed secrets never do: they are no text nodes.

export const textLimit = 200_000
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

/** Where triggers are looked for; the whole page when the selector finds nothing or is refused. */
export function textRoots(selector: string | null, within: ParentNode = document): Node[] {
  if (!selector) return [within === document ? document.body : within]
  try {
    return [...within.querySelectorAll(selector)]
  } catch {
    return []
  }
}

/** Text of nodes that came in later, as far as they stand where triggers are looked for. */
export function textAdded(nodes: Iterable<Node>, selector: string | null): string {
  const roots: Node[] = []
  for (const node of nodes) {
    const element = node instanceof Element ? node : node.parentElement
    if (!node.isConnected || !element) continue
    if (!selector || element.closest(selector)) roots.push(node)
    else roots.push(...textRoots(selector, element))
  }
  return textUnder(roots, 20_000)
}

/** What the agent marked on the page. */
export const selectedText = () => (getSelection()?.toString() ?? '').slice(0, 5000)
