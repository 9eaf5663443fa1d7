// Texts near an element that could be its label: in it, before it, above it. Whether one is, the reader says.
import { plain } from './read.ts'
import { isField, isVisible, squeeze } from './visible.ts'

const longest = 60
const most = 8

function* nearby(element: Element): Generator<Node | null | undefined> {
  if (isField(element)) yield* element.labels ?? []
  for (const child of element.children) yield child
  let around: Element | null = element
  for (let level = 0; around && around !== document.body && level < 5; level++, around = around.parentElement) {
    for (let before = around.previousSibling, steps = 0; before && steps < 4; before = before.previousSibling, steps++) yield before
    if (!around.matches('td,th')) continue
    const cell = around as HTMLTableCellElement
    yield (cell.parentElement as HTMLTableRowElement).cells[0]
    yield cell.closest('table')?.rows[0]?.cells[cell.cellIndex]
  }
}

/** The first text in it that stands by itself. */
function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return squeeze(node.nodeValue ?? '')
  if (!(node instanceof Element) || !isVisible(node)) return ''
  return squeeze(node.textContent ?? '')
}

/** As they stand, without the colon behind them. */
export function labelsNear(element: Element): string[] {
  const found = new Map<string, string>()
  for (const node of nearby(element)) {
    const text = node ? textOf(node) : ''
    const key = plain(text)
    // A label says in words what something is; what has digits is mostly a value.
    if (key && text.length <= longest && /\p{L}/u.test(key) && !/\d{2}/.test(key) && !found.has(key)) found.set(key, text.replace(/\s*[:：*]+$/, ''))
    if (found.size === most) break
  }
  return [...found.values()]
}

/** How many visible texts of the page, or under a selector, are this label. */
export function countLabel(label: string, within: string | undefined): number {
  let count = 0
  const wanted = plain(label)
  for (const root of within ? document.querySelectorAll(within) : [document.body]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue ?? ''
      if (text.length > longest * 2 || plain(text) !== wanted) continue
      const element = walker.currentNode.parentElement
      if (element && !element.closest('option,script,style,button') && isVisible(element)) count++
    }
  }
  return count
}
