// Where on the page to look: under a selector that the plan names, in all of the page or in what came in later.

/** Without a selector the whole; nothing where the browser refuses it. */
export function rootsUnder(parent: ParentNode, selector: string | null): Node[] {
  if (!selector) return [parent === document ? document.body : parent]
  try {
    return [...parent.querySelectorAll(selector)]
  } catch {
    return []
  }
}

/** The parts of `nodes` that still stand in the page under the selector. */
export function rootsAmong(nodes: Iterable<Node>, selector: string | null): Node[] {
  const roots: Node[] = []
  for (const node of nodes) {
    const element = node instanceof Element ? node : node.parentElement
    if (!node.isConnected || !element) continue
    try {
      if (!selector || element.closest(selector)) roots.push(node)
      else if (node === element) roots.push(...rootsUnder(element, selector))
    } catch {}
  }
  return roots
}
