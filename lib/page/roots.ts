// Where on the page to look: under a selector that the plan names, in all of the page or in what came in later.

import { isVisible } from './visible.ts'

/** Without a selector the whole; nothing where the browser refuses it. What is hidden may belong to another case. */
export function* rootsUnder(parent: ParentNode, selector: string | null): Generator<Node> {
  if (!selector) return yield parent === document ? document.body : parent
  try {
    for (const root of parent.querySelectorAll(selector)) if (isVisible(root)) yield root
  } catch {}
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
